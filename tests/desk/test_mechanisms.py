"""The nine mechanisms with their screens and rules; contacts; what was in time, by unit and month."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.records.cast import DAY, member
from tests.records.inquiries.test_incident import moved, reported
from youju.desk.mechanisms.mechanism_list import NINE
from youju.duty.assessments import TASKS, by_month, by_unit
from youju.duty.contacts import Contact
from youju.lib import clock
from youju.orgs.members import Role
from youju.records.kinds import declared_measures, get_case_kind
from youju.records.standing.thing.models import Thing
from youju.records.standing.thing.sorts import ThingSort, Topic
from youju.records.verbs.case_verbs import case_move, case_open


def rule(cast: SimpleNamespace, title: str) -> Thing:
    olga = member(f"olga-{title}", cast.county, Role.OFFICER)
    values = {
        "unit": cast.county, "sort": ThingSort.RULE, "topic": Topic.ONLINE_OPINION, "title": title, "happened": DAY,
        "document": "关于印发制度的通知", "owner": None, "note": "", "place": "",
    }  # fmt: skip
    case = case_open(kind=get_case_kind("thing"), values=values, actor=cast.alice)
    case_move(case=case, action="confirm", actor=olga, version=case.version)
    assert isinstance(case, Thing)
    return case


def test_there_are_nine_and_each_leads_to_a_screen_that_opens(cast: SimpleNamespace, desk: Desk) -> None:
    browser = desk(cast.alice)
    rows = browser.get(reverse("mechanisms")).context["rows"]
    assert len(rows) == len(NINE) == 9
    for row in rows:
        assert browser.get(row.url).status_code == 200, row.label


def test_a_rule_in_force_stands_at_its_mechanism_and_others_below(cast: SimpleNamespace, desk: Desk) -> None:
    for title in ("网络值班制度", "首问负责制度"):
        rule(cast, title)
    context = desk(cast.alice).get(reverse("mechanisms")).context
    assert [each.title for each in context["rows"][0].rules] == ["网络值班制度"]
    assert [each.title for each in context["others"]] == ["首问负责制度"]
    assert len(context["rules"]) == 2


@pytest.mark.parametrize("year", ["9" * 5000, "99999", "-1", "二〇二五", "２０２５", "x", "0", ""])
def test_a_year_that_is_none_is_this_one(cast: SimpleNamespace, desk: Desk, year: str) -> None:
    for route in ("assessment", "plan"):
        page = desk(cast.alice).get(reverse(route), {"year": year})
        assert (page.status_code, page.context["year"]) == (200, clock.today().year)


def test_no_year_is_offered_that_has_not_begun(cast: SimpleNamespace, desk: Desk) -> None:
    this = clock.today().year
    page = desk(cast.alice).get(reverse("assessment")).text
    assert f"year={this - 1}" in page and f"year={this + 1}" not in page
    assert f"year={this}" in desk(cast.alice).get(reverse("assessment"), {"year": this - 1}).text


def test_whoever_sees_no_records_sees_no_mechanisms(cast: SimpleNamespace, desk: Desk) -> None:
    for route in ("mechanisms", "assessment"):
        assert desk(cast.eve).get(reverse(route)).status_code == 403


def test_contacts_are_written_down_tried_out_and_taken_out_of_use(cast: SimpleNamespace, desk: Desk) -> None:
    browser = desk(cast.bob)
    form = {"unit": cast.hill.pk, "sort": "phone", "name": "值班电话", "number": "85550001", "keeper": cast.bob.pk}
    assert browser.post(reverse("contact-new"), form).status_code == 200
    assert not Contact.objects.exists()  # only looked at
    assert browser.post(reverse("contact-new"), form | {"then": "act"}).status_code == 302
    contact = Contact.objects.get()
    assert "to be tried out" in browser.get(reverse("contacts"), {"sort": "phone"}).text
    browser.post(reverse("contact-check", args=[contact.pk]))
    assert "to be tried out" not in browser.get(reverse("contacts"), {"sort": "phone"}).text
    browser.post(reverse("contact", args=[contact.pk]), form | {"close": "on", "then": "act"})
    assert "85550001" not in browser.get(reverse("contacts"), {"sort": "phone"}).text


def test_a_contact_of_another_school_is_as_if_there_were_none(cast: SimpleNamespace, desk: Desk) -> None:
    contact = Contact.objects.create(unit=cast.hill, sort="chat", name="联系群", number="8855")
    browser = desk(cast.charlie)
    assert "8855" not in browser.get(reverse("contacts")).text
    for answer in (
        browser.get(reverse("contact", args=[contact.pk])),
        browser.post(reverse("contact-check", args=[contact.pk])),
    ):
        assert answer.status_code == 404


def incidents(cast: SimpleNamespace, count: int) -> None:
    cast.olga = member("olga", cast.county, Role.OFFICER)
    for place in range(count):
        case = moved(reported(cast), "verify", cast.alice)
        if place:
            moved(moved(case, "answer", cast.alice), "close", cast.olga)


def test_what_was_in_time_and_solved_by_unit_and_month(cast: SimpleNamespace) -> None:
    incidents(cast, 6)
    task = next(each for each in TASKS if each.code == "incidents")
    (row,) = by_unit(task, [cast.hill.code, cast.lake.code], 2025).values()
    assert (row.whole, row.in_time.part, row.solved.part, row.solved.percent) == (6, 5, 5, 83)
    assert list(by_month(task, [cast.hill.code], 2025)) == ["12"]
    assert by_unit(task, [cast.lake.code], 2025) == {} and by_unit(task, [cast.hill.code], 2024) == {}


def test_of_few_there_is_no_share_and_nobody_is_ranked(cast: SimpleNamespace, desk: Desk) -> None:
    incidents(cast, 3)
    answer = desk(cast.alice).get(reverse("assessment"), {"task": "incidents", "year": "2025"})
    assert "青山小学" in answer.text and "%" not in answer.text.split("<main")[1].split("</main")[0]
    rows = answer.context["tables"][0].rows
    assert [(name, row.whole) for name, row in rows] == [("青山小学", 3)]


def test_the_page_opens_at_the_newest_year_in_which_something_came_in(cast: SimpleNamespace, desk: Desk) -> None:
    incidents(cast, 1)  # at the end of 2025
    with clock.at(datetime(2027, 5, 4, 9, tzinfo=UTC)):
        for who, task, year in (
            (cast.alice, "incidents", 2025),
            (cast.alice, "followups", 2027),  # nothing ever did
            (cast.charlie, "incidents", 2027),  # nothing that he may know of
        ):
            assert desk(who).get(reverse("assessment"), {"task": task}).context["year"] == year
        assert desk(cast.alice).get(reverse("assessment"), {"year": "2026"}).context["year"] == 2026


def test_a_school_sees_its_own_line_alone(cast: SimpleNamespace, desk: Desk) -> None:
    incidents(cast, 1)
    for who, seen in ((cast.bob, True), (cast.charlie, False)):
        page = desk(who).get(reverse("assessment"), {"task": "incidents", "year": "2025"}).text
        assert ("青山小学" in page.split("<main")[1]) == seen


def test_the_measures_it_reads_are_declared_and_none_is_heat() -> None:
    read = {code for task in TASKS for code in task[1:]}
    assert read - declared_measures().keys() <= {"inquiries.on_time", "inquiries.settled"}
    assert not [code for code in read if any(word in code for word in ("heat", "post", "comment", "view"))]
