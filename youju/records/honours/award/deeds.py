"""The honours of a person, for their own page."""

from collections.abc import Iterator, Sequence

from youju.phrases import enumerated
from youju.records.counting.levels import LEVELS
from youju.records.declared.deed import Deed
from youju.records.forms.stated_form import named
from youju.records.heads.states import State
from youju.records.honours.award.models import Holder


def honours_of(persons: Sequence[int]) -> Iterator[Deed]:
    """Each title that a verified list gives one of these rows of persons."""
    levels = {level.code: named(level) for level in LEVELS}
    lines = Holder.objects.filter(person__in=persons, record__state=State.VERIFIED)
    for line in lines.select_related("title", "record", "unit"):
        told = (levels.get(line.level, ""), line.record.issuer, line.record.document, str(line.unit or ""))
        yield Deed(line.record.happened, str(line.title), enumerated(filter(None, told)), line.record.ref)
