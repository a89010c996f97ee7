"""An accusation about the bureau itself is handled from its receipt to its end by those who read it."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse

from tests.orgs.plant import plant
from tests.records.cast import member, people
from tests.records.inquiries.desk_of_inquiries import DAY, NOON, at_desk, drafted, moved, taken_in
from youju.errors import NotAllowed
from youju.lib import clock
from youju.orgs.groups import Group, GroupSort, Membership
from youju.orgs.members import Member, Role, RoleGrant
from youju.orgs.units import Unit
from youju.records.alerts import Alert
from youju.records.case_rights import open_moves
from youju.records.inquiries.inquiry.answers import Signing
from youju.records.inquiries.inquiry.models import Inquiry
from youju.records.inquiries.inquiry.move_forms import InquiryMoveForm
from youju.records.inquiries.inquiry.unsealing import asker_open
from youju.records.reading.drift import drifted


@pytest.fixture
def office(cast: SimpleNamespace) -> Iterator[SimpleNamespace]:
    with clock.at(NOON):
        yield at_desk(cast)


def accused(office: SimpleNamespace) -> Inquiry:
    return taken_in(office, sort="accusation", channel="letter", about_unit=office.county, title="反映补助发放")


def in_group(office: SimpleNamespace, *members: Member) -> None:
    group = Group.objects.create(code="yun.discipline", unit=office.county, sort=GroupSort.DISCIPLINE, name="纪检组")
    for person, each in zip(people(office.county, *(f"纪检{each.username}" for each in members)), members, strict=True):
        person.member = each
        person.save()
        Membership.objects.create(group=group, person=person)


def handled(office: SimpleNamespace, made: Inquiry, by: Member, signer: Member) -> Inquiry:
    made = moved(moved(made, "accept", by), "assign", by, unit=office.county, owner=by)
    made = moved(made, "draft", by, draft=drafted(by, "经核查，反映的问题不属实。"))
    made = moved(made, "sign", signer, signing=Signing(1, signer))
    return moved(moved(made, "answer", by), "settle", by)


def test_without_a_group_the_leader_handles_it_to_the_end(office: SimpleNamespace):
    made = accused(office)
    assert Alert.objects.filter(member=office.sam, target=made.ref).exists()
    assert not Alert.objects.filter(target=made.ref).exclude(member=office.sam).exists()
    assert {"accept", "decline"} <= open_moves(office.sam, made).keys()
    assert handled(office, made, office.sam, office.sam).state == "settled" and list(drifted()) == []


def test_of_two_leaders_nobody_signs_their_own(office: SimpleNamespace):
    tom, made = member("tom", office.county, Role.SIGNER), accused(office)
    with pytest.raises(NotAllowed):
        handled(office, made, office.sam, office.sam)
    made = moved(made, "sign", tom, signing=Signing(1, tom))
    assert made.state == "signed"


def test_the_group_handles_it_and_the_leader_no_more(office: SimpleNamespace):
    in_group(office, office.olga, office.dora)
    made = accused(office)
    assert set(Alert.objects.filter(target=made.ref).values_list("member__username", flat=True)) == {"olga", "dora"}
    assert not open_moves(office.sam, made)
    form = InquiryMoveForm(instance=made, actor=office.dora, move=made.MOVES["accepted"]["assign"])
    assert set(form.fields["owner"].queryset) == {office.olga, office.dora}  # type: ignore[attr-defined]  # a ModelChoiceField
    assert list(form.fields["unit"].queryset) == [office.county]  # type: ignore[attr-defined]  # as above
    assert handled(office, made, office.dora, office.olga).state == "settled"


def test_who_asked_is_opened_by_those_who_handle_it_alone(office: SimpleNamespace):
    made = accused(office)
    for other in (office.alice, office.olga, office.dora):
        with pytest.raises(NotAllowed):
            asker_open(inquiry=made, actor=other, reason="回电")
    assert asker_open(inquiry=made, actor=office.sam, reason="回电").name == "钱先生"


def test_whoever_takes_it_in_is_told_where_it_went(office: SimpleNamespace, client: Client):
    form = {
        "channel": "letter", "sort": "accusation", "text": "反映补助发放不公。", "title": "反映补助发放",
        "about_unit": office.county.name, "happened": DAY.isoformat(), "unit": office.county.pk,
    }  # fmt: skip
    client.force_login(office.alice)
    answer = client.post(reverse("case-new", args=["inquiry"]), form, follow=True)
    assert (answer.status_code, answer.redirect_chain) == (200, [(reverse("cases-of", args=["inquiry"]), 302)])
    text = answer.content.decode()
    assert "该件此后对您不可见" in text and "反映补助发放不公" not in text
    address = reverse("case", args=[Inquiry.objects.get().ref])
    assert address not in client.get(reverse("workbench")).content.decode()
    client.force_login(office.sam)
    assert address in client.get(reverse("workbench")).content.decode()


def about_an_office(office: SimpleNamespace, accused: Unit) -> Inquiry:
    return taken_in(office, sort="accusation", channel="letter", unit=accused, about_unit=accused, title="反映收费")


def reads(client: Client, reader: Member, made: Inquiry) -> bool:
    client.force_login(reader)
    return client.get(reverse("case", args=[made.ref])).status_code == 200


def test_nobody_of_the_group_reads_what_is_about_their_own_office(office: SimpleNamespace, client: Client):
    finance = plant(code="yun.finance", kind="office", name="计财科", parent=office.county)
    grace = member("grace", finance, Role.OFFICER)
    in_group(office, grace, office.dora)
    made = about_an_office(office, finance)
    assert made.inner
    assert (reads(client, grace, made), reads(client, office.dora, made), reads(client, office.sam, made)) == (
        False, True, False,
    )  # fmt: skip
    assert open_moves(office.dora, made)
    client.force_login(grace)
    assert client.post(reverse("case-move", args=[made.ref, "accept"])).status_code == 404


def test_where_the_whole_group_is_of_the_office_accused_the_leader_reads_it(office: SimpleNamespace, client: Client):
    finance = plant(code="yun.finance", kind="office", name="计财科", parent=office.county)
    grace = member("grace", finance, Role.OFFICER)
    in_group(office, grace)
    made = about_an_office(office, finance)
    assert (reads(client, grace, made), reads(client, office.sam, made)) == (False, True)
    assert set(Alert.objects.filter(target=made.ref).values_list("member__username", flat=True)) == {"sam"}
    assert {"accept", "decline"} <= open_moves(office.sam, made).keys()


def test_what_is_about_nobody_named_is_read_by_the_whole_group(office: SimpleNamespace, client: Client):
    grace = member("grace", plant(code="yun.finance", kind="office", name="计财科", parent=office.county), Role.OFFICER)
    in_group(office, grace)
    made = taken_in(office, sort="accusation", channel="letter", title="反映有人收费")
    assert made.inner and (reads(client, grace, made), reads(client, office.sam, made)) == (True, False)


def test_nobody_of_the_school_accused_is_offered_to_handle_it(office: SimpleNamespace):
    made = moved(
        taken_in(office, sort="accusation", channel="letter", about_unit=office.hill, title="反映收费"),
        "accept", office.alice,
    )  # fmt: skip
    RoleGrant.objects.create(member=office.olga, unit=office.hill, role=Role.REVIEWER, since=clock.today())
    form = InquiryMoveForm(instance=made, move=made.moves["assign"], actor=office.alice)
    offered = set(form.fields["owner"].queryset)  # type: ignore[attr-defined]  # a choice of models
    assert office.alice in offered and not {office.bob, office.olga, office.charlie} & offered
