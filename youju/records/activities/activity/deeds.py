"""The contest prizes of a person, for their own page."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from youju.phrases import enumerated
from youju.records.activities.activity.models import Result
from youju.records.counting.levels import LEVELS
from youju.records.declared.deed import Deed
from youju.records.forms.stated_form import named
from youju.records.heads.states import State


def prizes_of(persons: Sequence[int]) -> Iterator[Deed]:
    """Each prize or place that a verified record gives one of these rows of persons."""
    levels = {level.code: named(level) for level in LEVELS}
    lines = Result.objects.filter(person__in=persons, record__state=State.VERIFIED)
    for line in lines.select_related("record", "unit"):
        place = _("place %(rank)d") % {"rank": line.rank} if line.rank else ""
        told = (levels.get(line.record.level, ""), line.record.title, line.work, str(line.unit or ""))
        what = line.get_prize_display() or place
        yield Deed(line.record.happened, what, enumerated(filter(None, told)), line.record.ref)
