"""The services of a person, for their own page."""

from collections.abc import Iterator, Sequence

from youju.phrases import duration, in_clauses
from youju.records.declared.deed import Deed
from youju.records.heads.states import State
from youju.records.volunteering.service.models import Served


def services_of(persons: Sequence[int]) -> Iterator[Deed]:
    """Each verified service at which one of these rows of persons served, with the minutes that count."""
    lines = Served.objects.filter(person__in=persons, record__state=State.VERIFIED)
    for line in lines.select_related("record", "record__unit"):
        told = in_clauses([line.record.unit, duration(line.served or line.record.minutes or 0)])
        yield Deed(line.record.happened, line.record.title, told, line.record.ref)
