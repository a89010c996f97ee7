"""Groups on the desk: the first one made from the roster, who joins and leaves, who keeps the list."""

from datetime import date
from types import SimpleNamespace

from django.urls import reverse

from tests.desk.conftest import Desk
from tests.records.cast import noted, people, study_group
from youju.orgs.groups import Group

ACT = {"then": "act"}


def change(group: Group, action: str) -> str:
    return reverse("group-change", args=[group.code, action])


def test_a_liaison_makes_the_first_group_of_its_unit_from_the_roster(cast: SimpleNamespace, desk: Desk):
    staff = people(cast.hill, "王一", "李二")
    bob = desk(cast.bob)
    page = bob.get(reverse("group-new")).text
    assert page.count("checked") == 3  # both, and bob as keeper
    form = {"sort": "staff", "name": "青山小学教职工", "persons": [p.pk for p in staff], "keepers": [cast.bob.pk]}
    assert "has 2 members" in bob.post(reverse("group-new"), form).text
    assert not Group.objects.exists()
    bob.post(reverse("group-new"), form | ACT)
    group = Group.objects.get()
    assert (group.code, group.memberships.count(), group.keepers.get().member) == ("hill.staff", 2, cast.bob)


def test_the_session_form_leads_to_the_first_group(cast: SimpleNamespace, desk: Desk):
    page = desk(cast.bob).get(reverse("record-new", args=["session"])).text
    assert f"{reverse('group-new')}?unit=hill" in page


def test_an_empty_roster_is_said_before_a_group_is_asked_for(cast: SimpleNamespace, desk: Desk):
    page = desk(cast.bob).get(reverse("group-new"))
    assert page.status_code == 200
    assert f"{reverse('people-new')}?unit=hill" in page.text


def test_an_officer_says_of_which_unit(cast: SimpleNamespace, desk: Desk):
    people(cast.hill, "王一")
    alice = desk(cast.alice)
    assert "Of which unit" in alice.get(reverse("group-new")).text
    assert "王一" in alice.get(reverse("group-new"), {"unit": "hill"}).text
    assert desk(cast.bob).get(reverse("group-new"), {"unit": "lake"}).status_code == 404


def test_a_second_group_of_a_sort_gets_a_code_of_its_own(cast: SimpleNamespace, desk: Desk):
    (wang,) = people(cast.hill, "王一")
    form = {"sort": "panel", "name": "评审组", "persons": [wang.pk], "keepers": [cast.bob.pk], **ACT}
    for _time in range(2):
        desk(cast.bob).post(reverse("group-new"), form)
    assert [group.code for group in Group.objects.order_by("code")] == ["hill.panel", "hill.panel-2"]


def test_people_join_and_leave_on_a_day(cast: SimpleNamespace, desk: Desk):
    wang, li = people(cast.hill, "王一", "李二")
    group, bob = study_group(cast.hill, [wang]), desk(cast.bob)
    joining = {"persons": [li.pk], "since": "2026-09-01"}
    assert "1 person is expected at sessions from Sept. 1, 2026 on." in bob.post(change(group, "join"), joining).text
    bob.post(change(group, "join"), joining | ACT)
    bob.post(change(group, "leave"), {"persons": [wang.pk], "until": "2026-10-31", **ACT})
    assert set(group.on(date(2026, 10, 31))) == {wang, li}
    assert set(group.on(date(2026, 11, 1))) == {li}
    page = bob.get(reverse("group", args=[group.code])).text
    assert "王一" in page
    assert "李二" in page


def test_who_keeps_the_list_may_change_it_wherever_they_work(cast: SimpleNamespace, desk: Desk):
    (wang,) = people(cast.hill, "王一")
    group = study_group(cast.hill, [wang])
    assert desk(cast.charlie).get(reverse("group", args=[group.code])).status_code == 404
    desk(cast.bob).post(change(group, "keepers"), {"keepers": [cast.bob.pk], **ACT})
    desk(cast.alice).post(change(group, "keepers"), {"keepers": [cast.bob.pk, cast.alice.pk], **ACT})
    assert group.keepers.count() == 2
    none = desk(cast.bob).post(change(group, "keepers"), ACT)
    assert none.status_code == 422
    assert group.keepers.count() == 2


def test_a_closed_group_stays_to_be_read(cast: SimpleNamespace, desk: Desk):
    (wang,) = people(cast.hill, "王一")
    group, bob = study_group(cast.hill, [wang]), desk(cast.bob)
    bob.post(change(group, "close"), {"on": "2026-11-01", **ACT})
    group.refresh_from_db()
    assert group.closed == date(2026, 11, 1)
    assert group.memberships.get().until == date(2026, 10, 31)
    assert bob.get(reverse("group", args=[group.code])).status_code == 200
    assert bob.post(change(group, "close"), {"on": "2026-11-02", **ACT}).status_code == 409


def test_a_stranger_changes_no_group(cast: SimpleNamespace, desk: Desk):
    (wang,) = people(cast.hill, "王一")
    group, before = study_group(cast.hill, [wang]), noted()
    for action in ("join", "leave", "keepers", "close"):
        form = {"persons": [wang.pk], "until": "2026-10-31", "on": "2026-10-31", "keepers": [cast.charlie.pk], **ACT}
        assert desk(cast.charlie).post(change(group, action), form).status_code == 404
        assert desk(cast.dora).post(change(group, action), form).status_code == 403
    assert noted() == before


def test_the_list_shows_the_groups_of_kept_units(cast: SimpleNamespace, desk: Desk):
    study_group(cast.hill, people(cast.hill, "王一"))
    study_group(cast.lake, people(cast.lake, "李二"))
    mine = desk(cast.bob).get(reverse("groups")).text
    assert "青山小学中心组" in mine
    assert "明湖小学中心组" not in mine
    assert "明湖小学中心组" in desk(cast.alice).get(reverse("groups"), {"text": "明湖"}).text
    assert "Nothing matches these filters" in desk(cast.alice).get(reverse("groups"), {"unit": "yun"}).text
