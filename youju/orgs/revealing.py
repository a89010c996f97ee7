"""A minor's name is masked on every page. Opening it takes a reason, and is noted."""

from django.db import transaction

from youju.orgs import audit
from youju.orgs.members import Member
from youju.orgs.people import Person
from youju.orgs.reasons import given_reason


@transaction.atomic
def person_reveal(*, person: Person, actor: Member, reason: str) -> str:
    """The name in full. Whoever asks says why; who asked and why stays on record. Raises ReasonMissing."""
    audit.write(actor=actor, action="person.reveal", target=person.target, reason=given_reason(reason))
    return person.name
