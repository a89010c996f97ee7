"""Contacts: looked up by those of the unit, kept by its keepers, tried out again in time."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest

from youju.duty.contact_verbs import contact_add, contact_change, contact_check, contact_close
from youju.duty.contacts import Contact, ContactSort, contacts_for, get_contact_for
from youju.duty.errors import ContactNameMissing
from youju.errors import NotFound
from youju.lib import clock
from youju.orgs.members import Member

NOW = datetime(2025, 9, 26, 2, tzinfo=UTC)


def written(school: SimpleNamespace, **more: object) -> Contact:
    values = {
        "unit": school.hill, "sort": ContactSort.CHAT, "name": "家校联系群", "number": "8855", "keeper": school.rosa,
    }  # fmt: skip
    return contact_add(values=values | more, actor=school.rosa)


def test_it_is_looked_up_by_its_unit_and_not_by_others(school: SimpleNamespace) -> None:
    contact = written(school)
    assert list(contacts_for(school.bob)) == [contact]
    assert list(contacts_for(school.alice)) == [contact]
    assert list(contacts_for(school.charlie)) == []


def test_a_school_finds_under_which_number_its_bureau_is_reached(school: SimpleNamespace) -> None:
    bureau = written(school, unit=school.county, keeper=school.alice)
    assert list(contacts_for(school.bob)) == list(contacts_for(school.charlie)) == [bureau]
    with pytest.raises(NotFound):
        get_contact_for(school.bob, bureau.pk)


@pytest.mark.parametrize("name", ["bob", "charlie", "dora"])
def test_only_keepers_change_it(school: SimpleNamespace, name: str) -> None:
    contact, member = written(school), getattr(school, name)
    assert isinstance(member, Member)
    with pytest.raises(NotFound):
        get_contact_for(member, contact.pk)
    assert get_contact_for(school.rosa, contact.pk) == contact


def test_it_is_marked_until_it_was_tried_out_and_again_later(school: SimpleNamespace) -> None:
    with clock.at(NOW):
        contact = written(school)
        assert Contact.objects.unchecked(clock.today()).get() == contact
        contact_check(contact=contact, actor=school.rosa)
        assert not Contact.objects.unchecked(clock.today()).exists()
    with clock.at(NOW + timedelta(days=91)):
        assert Contact.objects.unchecked(clock.today()).exists()


def test_a_changed_number_was_not_tried_out(school: SimpleNamespace) -> None:
    contact = written(school)
    contact_check(contact=contact, actor=school.rosa)
    contact_change(contact=contact, values={"serves": "招生咨询"}, actor=school.rosa)
    assert Contact.objects.get().checked_on is not None
    contact_change(contact=contact, values={"number": "8866"}, actor=school.rosa)
    assert Contact.objects.get().checked_on is None


def test_what_is_out_of_use_is_no_longer_listed(school: SimpleNamespace) -> None:
    contact_close(contact=written(school), actor=school.rosa)
    assert list(contacts_for(school.rosa)) == [] and Contact.objects.count() == 1


def test_a_contact_without_name_or_number_is_refused(school: SimpleNamespace) -> None:
    for missing in ("name", "number"):
        with pytest.raises(ContactNameMissing):
            written(school, **{missing: " "})
    assert not Contact.objects.exists()
