"""Rosters: who sees them, putting people on, transfers, posts, the same person twice, masked names, consents."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.records.cast import noted, people, study_group
from youju.desk.people.people_new import PeopleField
from youju.lib import clock
from youju.orgs.audit import AuditRow
from youju.orgs.consents import Consent
from youju.orgs.mergers import Merger
from youju.orgs.people import Person, Tenure
from youju.orgs.same_person import likely_pairs

ACT = {"then": "act"}


def page(person: Person) -> str:
    return reverse("person", args=[person.token])


def act(person: Person, action: str) -> str:
    return reverse("person-change", args=[person.token, action])


def post(person: Person, action: str, number: int = 0) -> str:
    tenure = person.tenures.order_by("pk")[number]
    return reverse("post-change", args=[person.token, tenure.pk, action])


def test_a_liaison_sees_the_roster_of_its_own_unit_alone(cast: SimpleNamespace, desk: Desk):
    (wang,), (li,) = people(cast.hill, "王一"), people(cast.lake, "李二")
    bob = desk(cast.bob)
    text = bob.get(reverse("people")).text
    assert "王一" in text
    assert "李二" not in text
    assert bob.get(page(wang)).status_code == 200
    assert bob.get(page(li)).status_code == 404


@pytest.mark.parametrize("who", ["alice", "eve"])
def test_officer_and_administrator_see_all_rosters(cast: SimpleNamespace, desk: Desk, who: str):
    people(cast.hill, "王一")
    people(cast.lake, "李二")
    text = desk(getattr(cast, who)).get(reverse("people")).text
    assert "王一" in text
    assert "李二" in text


def test_the_auditor_sees_none(cast: SimpleNamespace, desk: Desk):
    (wang,) = people(cast.hill, "王一")
    assert {desk(cast.dora).get(address).status_code for address in (reverse("people"), page(wang))} == {403}


def test_a_roster_is_narrowed_by_unit_name_post_and_time(cast: SimpleNamespace, desk: Desk):
    people(cast.hill, "王一")
    people(cast.lake, "李二", until=clock.today() - timedelta(days=9))
    Tenure.objects.filter(unit=cast.hill).update(post="校长")
    alice = desk(cast.alice)

    def found(**asked: str) -> list[bool]:
        text = alice.get(reverse("people"), asked).text
        return [name in text for name in ("王一", "李二")]

    assert found() == [True, False]
    assert found(when="left") == [False, True]
    assert found(text="校") == [True, False]
    assert found(unit="lake") == [False, False]
    assert found(unit="no-such") == [False, False]


def test_many_are_put_on_the_roster_from_a_pasted_list(cast: SimpleNamespace, desk: Desk):
    (there,) = people(cast.hill, "王一")
    form = {"unit": cast.hill.pk, "people": "王一\t教导主任\n李 二\n\n欧阳三　德育主任", "since": "2026-09-01"}
    told = desk(cast.bob).post(reverse("people-new"), form).text
    assert "3 people are on the roster of 青山小学 from Sept. 1, 2026 on." in told
    assert "If it is the same person, transfer" in told
    assert "王一 教导主任" in told
    assert Person.objects.count() == 1
    desk(cast.bob).post(reverse("people-new"), form | ACT)
    made = Tenure.objects.exclude(person=there).order_by("pk").values_list("person__name", "post", "since")
    since = date(2026, 9, 1)
    assert list(made) == [("王一", "教导主任", since), ("李二", "", since), ("欧阳三", "德育主任", since)]


def test_nobody_is_put_on_the_roster_of_another_school(cast: SimpleNamespace, desk: Desk):
    form = {"unit": cast.lake.pk, "people": "王一", **ACT}
    assert desk(cast.bob).post(reverse("people-new"), form).status_code == 422
    assert not Person.objects.exists()


def test_a_transfer_ends_one_post_and_begins_another(cast: SimpleNamespace, desk: Desk):
    (wang,) = people(cast.hill, "王一")
    study_group(cast.hill, [wang])
    form = {"unit": cast.lake.pk, "post": "副校长", "on": "2026-09-01"}
    told = desk(cast.alice).post(post(wang, "move"), form).text
    assert "Aug. 31, 2026 is the last day of 王一 at 青山小学" in told
    assert "青山小学中心组" in told
    desk(cast.alice).post(post(wang, "move"), form | ACT)
    spans = list(wang.tenures.order_by("pk").values_list("unit__code", "post", "since", "until"))
    assert spans == [("hill", "", None, date(2026, 8, 31)), ("lake", "副校长", date(2026, 9, 1), None)]
    assert wang.memberships.get().until == date(2026, 8, 31)


def test_a_transfer_takes_the_post_along_unless_it_is_taken_out(cast: SimpleNamespace, desk: Desk):
    (wang,) = people(cast.hill, "王一")
    Tenure.objects.update(post="教导主任")
    alice, address = desk(cast.alice), post(wang, "move")
    assert 'value="教导主任"' in alice.get(address).text
    form = {"unit": cast.lake.pk, "post": "教导主任", "on": "2026-09-01"}
    assert "Post there: 教导主任." in alice.post(address, form).text
    told = alice.post(address, form | {"post": ""}).text
    assert "No post is written down at 明湖小学; at 青山小学 it was 教导主任." in told


def test_another_post_in_the_same_unit_leaves_the_groups_alone(cast: SimpleNamespace, desk: Desk):
    (wang,) = people(cast.hill, "王一")
    study_group(cast.hill, [wang])
    desk(cast.bob).post(post(wang, "post"), {"post": "校长", "on": "2026-09-01", **ACT})
    assert [tenure.post for tenure in wang.tenures.order_by("pk")] == ["", "校长"]
    assert wang.memberships.get().until is None


def test_a_liaison_transfers_to_no_unit_that_it_does_not_keep(cast: SimpleNamespace, desk: Desk):
    (wang,) = people(cast.hill, "王一")
    form = {"unit": cast.lake.pk, "on": "2026-09-01", **ACT}
    assert desk(cast.bob).post(post(wang, "move"), form).status_code == 422
    assert wang.tenures.count() == 1


def test_a_liaison_of_one_unit_is_offered_no_transfer(cast: SimpleNamespace, desk: Desk):
    (wang,) = people(cast.hill, "王一")
    assert "Transfers to another unit are made by the bureau" in desk(cast.bob).get(page(wang)).text
    assert post(wang, "move") in desk(cast.alice).get(page(wang)).text


def test_leaving_and_one_more_post(cast: SimpleNamespace, desk: Desk):
    (wang,) = people(cast.hill, "王一")
    desk(cast.alice).post(act(wang, "join"), {"unit": cast.lake.pk, "post": "兼课", "since": "2026-09-01", **ACT})
    desk(cast.alice).post(post(wang, "leave"), {"until": "2026-10-31", **ACT})
    ends = list(wang.tenures.order_by("pk").values_list("unit__code", "until"))
    assert ends == [("hill", date(2026, 10, 31)), ("lake", None)]


def test_a_post_ends_once_and_not_before_it_began(cast: SimpleNamespace, desk: Desk):
    (wang,) = people(cast.hill, "王一")
    Tenure.objects.update(since=date(2026, 9, 1))
    early = desk(cast.bob).post(post(wang, "leave"), {"until": "2026-08-01"})
    assert early.status_code == 422
    assert "Choose a later day" in early.text
    assert desk(cast.bob).post(post(wang, "leave"), {"until": "2026-10-31", **ACT}).status_code == 302
    assert desk(cast.bob).post(post(wang, "leave"), {"until": "2026-11-30", **ACT}).status_code == 409


def test_likely_pairs_share_a_roster_or_follow_each_other(cast: SimpleNamespace):
    one, other = people(cast.hill, "王一", "王一")
    left, _namesake = people(cast.hill, "李二", until=date(2026, 8, 31)), people(cast.lake, "赵三")
    began = people(cast.lake, "李二")
    Tenure.objects.filter(person=began[0]).update(since=date(2026, 9, 1))
    people(cast.hill, "赵三")
    pairs = {(pair.first.pk, pair.second.pk) for pair in likely_pairs(Person.objects.all())}
    assert pairs == {(one.pk, other.pk), (left[0].pk, began[0].pk)}


def test_two_entries_become_one_person_after_a_look(cast: SimpleNamespace, desk: Desk):
    one, other = people(cast.hill, "王一", "王一")
    alice = desk(cast.alice)
    assert "both on the roster of 青山小学" in alice.get(reverse("people-twice")).text
    told = alice.post(act(other, "merge"), {"into": one.token})
    assert "This cannot be taken back." in told.text
    assert not Merger.objects.exists()
    alice.post(act(other, "merge"), {"into": one.token, **ACT})
    assert Merger.objects.get().kept == one.token
    assert one.tenures.count() == 1
    assert alice.get(page(other)).status_code == 404


def test_the_page_of_a_person_leads_officers_to_others_of_the_name(cast: SimpleNamespace, desk: Desk):
    (here,), (there,) = people(cast.hill, "王一"), people(cast.lake, "王一")
    merge = f"{act(there, 'merge')}?into={here.token}"
    shown = desk(cast.alice).get(page(here)).text
    assert "明湖小学" in shown
    assert merge in shown
    assert "Others of this name" not in desk(cast.bob).get(page(here)).text


def test_no_namesakes_are_named_beside_a_minor(cast: SimpleNamespace, desk: Desk):
    child, _other = people(cast.hill, "王一", "王一", minor_until=date(2040, 1, 1))
    assert "Others of this name" not in desk(cast.alice).get(page(child)).text


def test_a_liaison_merges_nobody(cast: SimpleNamespace, desk: Desk):
    one, other = people(cast.hill, "王一", "王一")
    bob = desk(cast.bob)
    assert bob.get(reverse("people-twice")).status_code == 403
    assert bob.post(act(other, "merge"), {"into": one.token, **ACT}).status_code == 403
    assert not Merger.objects.exists()


def test_a_minors_name_is_shown_for_a_reason_and_noted(cast: SimpleNamespace, desk: Desk):
    (child,) = people(cast.hill, "王小明", minor_until=date(2199, 1, 1))
    bob = desk(cast.bob)
    masked = bob.get(page(child)).text
    assert "王某某" in masked
    assert "王小明" not in masked
    assert bob.post(page(child), {"reason": " "}).status_code == 422
    shown = bob.post(page(child), {"reason": "核对获奖名单"})
    assert "王小明" in shown.text
    assert "no-store" in shown["Cache-Control"]
    assert AuditRow.objects.filter(action="person.reveal", actor=cast.bob.token).count() == 1
    assert "王小明" not in bob.get(act(child, "rename")).text + bob.get(reverse("people")).text


def test_a_consent_needs_its_paper_and_is_handed_out_to_the_keeper(cast: SimpleNamespace, desk: Desk):
    (wang,) = people(cast.hill, "王一")
    url, bob = reverse("consent-new", args=[wang.token]), desk(cast.bob)
    given: dict[str, Any] = {"purpose": "public_name", "by": "self", "on": "2026-09-01"}
    assert "Say where the consent can be read" in bob.post(url, given).text
    assert bob.post(url, given | {"paper": SimpleUploadedFile("同意书.txt", "同意。".encode())}).status_code == 302
    consent = Consent.objects.get()
    paper = reverse("consent-paper", args=[wang.token, consent.pk])
    assert b"".join(bob.get(paper)) == "同意。".encode()
    assert desk(cast.charlie).get(paper).status_code == 404
    bob.post(reverse("consent-end", args=[wang.token, consent.pk]), ACT)
    consent.refresh_from_db()
    assert consent.withdrawn == clock.today()


def test_who_has_gone_elsewhere_takes_consents_along(cast: SimpleNamespace, desk: Desk):
    (wang,) = people(cast.hill, "王一", until=clock.today() - timedelta(days=1))
    assert "Consents" not in desk(cast.bob).get(page(wang)).text


def test_a_stranger_changes_nothing_of_a_person(cast: SimpleNamespace, desk: Desk):
    (wang,) = people(cast.hill, "王一")
    charlie, before = desk(cast.charlie), noted()
    addresses = [page(wang), *(act(wang, name) for name in ("join", "rename", "merge"))]
    addresses += [post(wang, name) for name in ("post", "move", "leave")]
    addresses += [reverse("consent-new", args=[wang.token]), reverse("consent-end", args=[wang.token, 1])]
    for address in addresses:
        form = {"name": "x", "until": "2026-10-31", "reason": "x", "on": "2026-10-31", "post": "x", **ACT}
        assert {charlie.get(address).status_code, charlie.post(address, form).status_code} == {404}, address
    assert noted() == before


def test_ten_thousand_people_are_a_page_in_few_queries(
    cast: SimpleNamespace, desk: Desk, django_assert_max_num_queries: Any
):
    made = Person.objects.bulk_create([Person(name=f"王{number}") for number in range(400)], batch_size=100)
    Tenure.objects.bulk_create([Tenure(person=person, unit=cast.hill) for person in made], batch_size=100)
    alice = desk(cast.alice)
    with django_assert_max_num_queries(30):
        assert "1–50 of 400" in alice.get(reverse("people")).text


def test_no_minor_is_found_by_the_name_that_is_masked(cast: SimpleNamespace, desk: Desk):
    child, grown = people(cast.hill, "王小某", "王大某")
    Person.objects.filter(pk=child.pk).update(minor_until=clock.today())
    rows = desk(cast.bob).get(reverse("people"), {"text": "王"}).context["rows"]
    assert [row.person.pk for row in rows] == [grown.pk]


@pytest.mark.parametrize(
    ("line", "name", "post"),
    [
        ("张　三\t教师", "张三", "教师"),
        ("张 三 教师", "张三", "教师"),
        ("张三，语文 教师", "张三", "语文 教师"),
        ("张三", "张三", ""),
    ],
)
def test_a_name_that_is_written_wider_is_told_from_the_post(line: str, name: str, post: str):
    assert [(one.name, one.post) for one in PeopleField().clean(line)] == [(name, post)]


def test_a_telephone_number_is_refused_and_a_name_given_twice_is_told(cast: SimpleNamespace, desk: Desk):
    form = {"unit": cast.hill.pk, "people": "李四\n王五13800138000"}
    refused = desk(cast.bob).post(reverse("people-new"), form)
    assert "There is a number in line 2" in refused.context["form"].errors["people"][0]
    told = desk(cast.bob).post(reverse("people-new"), form | {"people": "张三 教师\n张　三"}).text
    assert "In the list twice: 张三." in told
