"""Who is on the register: adults whose facts of joining and leaving add up to one."""

from collections import Counter
from collections.abc import Iterable, Sequence

from django.db.models import Sum

from youju.ledger.reading import live_facts
from youju.lib.batches import batches
from youju.orgs.mergers import canonical_tokens
from youju.orgs.people import Person
from youju.records.kind import Counted
from youju.records.volunteering.register.errors import NotRegistered, RegisteredAlready

MEASURE = "volunteers.persons"


def refuse_doubled(counted: Sequence[Counted]) -> None:
    """Nobody joins twice, and nobody leaves who has not joined. Raises RegisteredAlready, NotRegistered."""
    told = [(row, fact) for row, facts in counted for fact in facts if fact.measure == MEASURE and fact.subject]
    if not told:
        return
    same = canonical_tokens()
    standing = _standing([fact.subject for _row, fact in told], {row.ref for row, _fact in told}, same)
    for row, fact in sorted(told, key=lambda each: (each[1].day, -each[1].quantity)):
        token = same.get(fact.subject, fact.subject)
        standing[token] += fact.quantity
        if standing[token] not in (0, 1):
            refusal = RegisteredAlready if fact.quantity > 0 else NotRegistered
            raise refusal(title=row.title, name=Person.objects.get(token=fact.subject))


def _standing(tokens: Iterable[str], own: set[str], same: dict[str, str]) -> Counter[str]:
    """What the ledger says of these persons, by the token they count as; the rows asked about are left out."""
    asked = {same.get(token, token) for token in tokens}
    asked |= {gone for gone, kept in same.items() if kept in asked}
    found: Counter[str] = Counter()
    for batch in batches(sorted(asked)):
        facts = live_facts().filter(measure=MEASURE, subject__in=batch).exclude(entry__record_ref__in=own)
        for token, quantity in facts.values_list("subject").annotate(Sum("quantity")):
            found[same.get(token, token)] += quantity
    return found
