"""The queue is narrowed, put in order and gone through one by one; corrections and attendance say what is in them."""

from types import SimpleNamespace

from django.urls import reverse

from tests.desk.conftest import Desk
from tests.desk.paper import paper, seen
from tests.orgs.plant import plant
from tests.records.cast import member, people, session, verified, visits
from tests.records.test_change import asked
from youju.orgs.members import Role
from youju.records.heads.record import Record
from youju.records.verbs.record_verbs import record_submit

QUEUE = reverse("review")


def waiting(cast: SimpleNamespace, quantity: int = 17, **values: object) -> Record:
    record = visits(cast.bob, cast.hill, quantity, **values)
    record_submit(record=record, actor=cast.bob)
    return record


def refs(page: object) -> list[str]:
    return [row.record.ref for row in page.context["rows"]]  # type: ignore[attr-defined]  # the client's answer


def test_only_what_has_no_file(cast: SimpleNamespace, desk: Desk):
    bare, shown = visits(cast.bob, cast.hill), visits(cast.bob, cast.hill, title="看望学生")
    desk(cast.bob).post(reverse("evidence-attach", args=[shown.ref]), {"uploads": paper(), "grade": "file"})
    for record in (bare, shown):
        record_submit(record=record, actor=cast.bob)
    assert refs(desk(cast.alice).get(QUEUE, {"mark": "no-file"})) == [bare.ref]


def test_only_what_was_perhaps_told_before(cast: SimpleNamespace, desk: Desk):
    twins = {waiting(cast).ref, waiting(cast).ref}
    waiting(cast, title="看望困难学生")
    assert set(refs(desk(cast.alice).get(QUEUE, {"mark": "repeat"}))) == twins


def test_only_unusual_numbers(cast: SimpleNamespace, desk: Desk):
    for number in (17, 20):
        verified(visits(cast.bob, cast.hill, number, title=f"走访{number}"), cast.bob, cast.alice)
    much = waiting(cast, 2000, title="秋季大走访")
    waiting(cast, 18, title="春季走访")
    assert refs(desk(cast.alice).get(QUEUE, {"mark": "outlier"})) == [much.ref]


def test_a_town_stands_for_its_schools(cast: SimpleNamespace, desk: Desk):
    town = plant("town", "town", "溪口镇", cast.county)
    school = plant("brook", "school", "溪口小学", town)
    tina = member("tina", school, Role.LIAISON)
    inside = visits(tina, school)
    record_submit(record=inside, actor=tina)
    waiting(cast)
    assert refs(desk(cast.alice).get(QUEUE, {"unit": town.code})) == [inside.ref]


def test_by_unit_each_has_its_heading(cast: SimpleNamespace, desk: Desk):
    first, second = waiting(cast), visits(cast.charlie, cast.lake)
    record_submit(record=second, actor=cast.charlie)
    again = waiting(cast, title="看望困难学生")
    rows = desk(cast.alice).get(QUEUE, {"order": "unit"}).context["rows"]
    assert [(row.record.ref, bool(row.heading)) for row in rows] == [
        (first.ref, True),
        (again.ref, False),
        (second.ref, True),
    ]


def test_a_value_that_is_no_choice_is_said_and_finds_nothing(cast: SimpleNamespace, desk: Desk):
    waiting(cast)
    page = desk(cast.alice).get(QUEUE, {"unit": "nowhere", "order": "<b>"})
    assert page.status_code == 200
    assert refs(page) == []


def test_verify_and_next_goes_through_the_queue_as_it_is_narrowed(cast: SimpleNamespace, desk: Desk):
    first, _between, last = waiting(cast), waiting(cast, title="看望学生"), waiting(cast, title="走访农户三")
    alice = desk(cast.alice)
    page = alice.get(reverse("record", args=[first.ref]), {"from": "review", "text": "走访"})
    assert page.context["queue"].next_ref == last.ref
    form = {"back": "next", "queue": "text=走访", "next": last.ref} | seen(first)
    answer = alice.post(reverse("record-verify", args=[first.ref]), form)
    assert answer["Location"].startswith(f"/record/{last.ref}/?")
    assert "from=review" in answer["Location"]


def test_the_next_page_is_never_another_site(cast: SimpleNamespace, desk: Desk):
    record = waiting(cast)
    form = {"back": "next", "queue": "", "next": "//example.org"} | seen(record)
    assert desk(cast.alice).post(reverse("record-verify", args=[record.ref]), form)["Location"] == QUEUE


def test_the_queue_stays_narrowed_after_a_decision(cast: SimpleNamespace, desk: Desk):
    record = waiting(cast)
    form = {"back": "review", "queue": "mark=late"} | seen(record)
    assert desk(cast.alice).post(reverse("record-verify", args=[record.ref]), form)["Location"] == f"{QUEUE}?mark=late"


def test_a_correction_says_what_it_would_change(cast: SimpleNamespace, desk: Desk):
    record = verified(visits(cast.bob, cast.hill), cast.bob, cast.alice)
    asked(cast, record)
    (waits,) = desk(cast.alice).get(QUEUE).context["corrections"]
    assert [(change.old, change.new) for change in waits.changes if change.label == "quantity"]


def test_a_session_names_who_was_missing_and_the_rate(cast: SimpleNamespace, desk: Desk):
    roster = people(cast.hill, "青一", "青二", "青三")
    record_submit(record=session(cast.bob, cast.hill, roster, roster[:2]), actor=cast.bob)
    (row,) = desk(cast.alice).get(QUEUE).context["rows"]
    assert (row.attendance.expected, row.attendance.present, row.attendance.rate) == (3, 2, "66.7%")
    assert [missed.name for missed in row.attendance.missed] == ["青三"]


def test_a_repeat_is_closed_from_the_queue(cast: SimpleNamespace, desk: Desk):
    first, again = waiting(cast), waiting(cast)
    form = {"back": "review", "same_as": first.ref} | seen(again)
    desk(cast.alice).post(reverse("record-close", args=[again.ref]), form)
    again.refresh_from_db()
    assert (again.state, again.same_as_id) == ("dropped", first.pk)
