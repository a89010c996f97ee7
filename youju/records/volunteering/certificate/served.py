"""The service that the ledger has of a person: what a certificate tells of, and whether it still holds."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple, Protocol

from django.db.models import Sum

from youju.ledger.reading import live_facts
from youju.lib.batches import batches
from youju.orgs.mergers import canonical_tokens
from youju.orgs.tree import reach, this_month
from youju.orgs.units import Unit

MEASURE = "volunteers.minutes"


class Served(NamedTuple):
    """One activity: the record that tells of it, its day, and for how many minutes the person served."""

    ref: str
    day: date
    minutes: int

    def written(self) -> list[str | int]:
        """As a certificate keeps it."""
        return [self.ref, self.day.isoformat(), self.minutes]


class Certified(Protocol):
    """What of a certificate is asked here. token: of its person."""

    pk: int

    @property
    def token(self) -> str: ...

    @property
    def lines(self) -> list[Served]: ...


def served_by(token: str, unit: Unit, first: date, last: date) -> list[Served]:
    """The verified services of a person, by the first day; both days inclusive.

    Those that the unit itself and the units below it have recorded: whoever records, certifies. A person who was merged
    with another entry has the services of both.
    """
    codes = Unit.objects.filter(pk__in=reach({unit.pk}, this_month())).values("code")
    facts = live_facts().filter(
        measure=MEASURE, subject__in=_tokens(token, canonical_tokens()), unit__in=codes, day__range=(first, last)
    )
    rows = facts.values_list("entry__record_ref", "day").annotate(minutes=Sum("quantity"))
    return sorted((Served(*row) for row in rows if row[2] > 0), key=lambda served: (served.day, served.ref))


def outdated(certificates: Iterable[Certified]) -> set[int]:
    """The ids of those that tell of a service which was voided, or corrected to other minutes, since. Two queries."""
    asked, same = list(certificates), canonical_tokens()
    there: dict[str, Counter[tuple[str, date]]] = defaultdict(Counter)
    for batch in batches({line.ref for certificate in asked for line in certificate.lines}):
        facts = live_facts().filter(measure=MEASURE, entry__record_ref__in=batch).exclude(subject="")
        for token, ref, day, minutes in facts.values_list("subject", "entry__record_ref", "day", "quantity"):
            there[same.get(token, token)][ref, day] += minutes
    return {
        certificate.pk
        for certificate in asked
        for now in (there[same.get(certificate.token, certificate.token)],)
        if any(now[line.ref, line.day] != line.minutes for line in certificate.lines)
    }


def _tokens(token: str, same: dict[str, str]) -> set[str]:
    kept = same.get(token, token)
    return {kept, *(gone for gone, into in same.items() if into == kept)}
