"""What can be done with contacts: add, change, note that they were tried out, close."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from youju.duty.contacts import Contact
from youju.duty.errors import ContactNameMissing
from youju.lib import clock
from youju.orgs import audit
from youju.orgs.members import Member

_COLUMNS = ("unit", "sort", "name", "number", "serves", "keeper")


@transaction.atomic
def contact_add(*, values: Mapping[str, Any], actor: Member) -> Contact:
    """values: by column. Raises ContactNameMissing."""
    contact = Contact(**{name: values[name] for name in _COLUMNS if name in values})
    _refuse_nameless(contact)
    contact.save()
    audit.write(actor=actor, action="contact.add", target=contact.target, unit=contact.unit.code)
    return contact


@transaction.atomic
def contact_change(*, contact: Contact, values: Mapping[str, Any], actor: Member) -> Contact:
    """A changed number was not tried out yet. Raises ContactNameMissing."""
    contact = Contact.objects.select_for_update().get(pk=contact.pk)
    before = contact.number
    for name in _COLUMNS:
        if name in values:
            setattr(contact, name, values[name])
    _refuse_nameless(contact)
    if contact.number != before:
        contact.checked_on = contact.checked_by = None
    contact.save()
    audit.write(actor=actor, action="contact.change", target=contact.target)
    return contact


@transaction.atomic
def contact_check(*, contact: Contact, actor: Member) -> None:
    """Note that somebody tried it today, and it was answered."""
    Contact.objects.filter(pk=contact.pk).update(checked_on=clock.today(), checked_by=actor)
    audit.write(actor=actor, action="contact.check", target=contact.target)


@transaction.atomic
def contact_close(*, contact: Contact, actor: Member) -> None:
    """Take it out of use."""
    Contact.objects.filter(pk=contact.pk).update(closed=True)
    audit.write(actor=actor, action="contact.close", target=contact.target)


def _refuse_nameless(contact: Contact) -> None:
    contact.name, contact.number = contact.name.strip(), contact.number.strip()
    if not contact.name or not contact.number:
        raise ContactNameMissing()
