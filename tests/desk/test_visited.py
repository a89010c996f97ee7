"""Households and enterprises that were visited: who sees them, which may be doubles, and merging two for good."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.orgs.plant import plant
from tests.records.cast import DAY, member, noted, verified
from youju.indicators.figures import figure
from youju.lib.periods import Period
from youju.orgs.audit import AuditRow
from youju.orgs.members import Role
from youju.orgs.mergers import canonical_tokens
from youju.orgs.units import Unit
from youju.records.kinds import get_record_kind
from youju.records.verbs.record_verbs import record_add
from youju.records.volunteering.visit.models import Visit
from youju.records.volunteering.visit.visited import Visited, VisitSort, visited_named

LIST = reverse("visited")
HOUSEHOLDS, ENTERPRISES = str(VisitSort.HOUSEHOLD), str(VisitSort.ENTERPRISE)


def draft(cast: SimpleNamespace, name: str, place: str = "王家沟村", sort: str = HOUSEHOLDS, **values: Any) -> Visit:
    given = {
        "unit": cast.hill, "title": f"走访{place}农户", "happened": DAY, "sort": sort, "late_reason": "补录",
        "visited": visited_named(sort, place, name, cast.hill), "went": "张敏",
    }  # fmt: skip
    made = record_add(kind=get_record_kind("visit"), values=given | values, actor=cast.bob)
    assert isinstance(made, Visit)
    return made


def visit(cast: SimpleNamespace, name: str, place: str = "王家沟村", sort: str = HOUSEHOLDS, **values: Any) -> Visited:
    made = draft(cast, name, place, sort, **values)
    verified(made, cast.bob, cast.alice)
    return made.visited


def merge(one: Visited, into: Visited) -> str:
    return f"{reverse('visited-merge', args=[one.token])}?into={into.token}"


def names(page: Any) -> list[str]:
    return [row.shown.name for row in page.context["rows"]]


def households(unit: Unit) -> Any:
    return figure(unit, Period.year(2025), HOUSEHOLDS).value


def test_likely_doubles_stand_first_and_name_each_other(cast: SimpleNamespace, desk: Desk):
    for name in ("陈德全", "李常顺", "李长顺", "李长顺"):
        visit(cast, name)
    page = desk(cast.alice).get(LIST)
    rows = {row.shown.name: row for row in page.context["rows"]}
    assert names(page)[2] == "陈德全"
    assert [each.name for each in rows["李常顺"].likely] == ["李长顺"]
    assert {name: row.paid.visits for name, row in rows.items()} == {"李常顺": 1, "李长顺": 2, "陈德全": 1}
    assert names(desk(cast.alice).get(LIST, {"likely": "on"})) == names(page)[:2]
    assert "No two of these look like one." in desk(cast.alice).get(LIST, {"likely": "on", "text": "陈"}).text


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"text": "石桥"}, ["陈德全"]),
        ({"text": "长顺 王家沟"}, ["李长顺"]),
        ({"text": "李　长"}, ["李长顺"]),
        ({"text": "云溪ＡＢ"}, ["云溪AB纸业"]),
        ({"sort": ENTERPRISES}, ["云溪AB纸业"]),
        ({"sort": "visits.nothing"}, []),
    ],
)
def test_it_is_narrowed_by_village_name_and_sort(
    cast: SimpleNamespace, desk: Desk, asked: dict[str, str], found: list[str]
):
    visit(cast, "李长顺")
    visit(cast, "陈德全", "石桥村")
    visit(cast, "云溪AB纸业", "", ENTERPRISES)
    assert names(desk(cast.alice).get(LIST, asked)) == found


def test_the_page_shows_both_and_says_what_merging_does(cast: SimpleNamespace, desk: Desk):
    one, other = visit(cast, "李长顺"), visit(cast, "李常顺")
    text = desk(cast.alice).get(merge(one, other)).text
    assert "李长顺" in text and "李常顺" in text
    assert "The 2 verified visits of both stay" in text
    assert "The number of households visited in 2025 falls by one." in text
    assert "This cannot be taken back." in text


def test_pressing_it_makes_one_household_of_two_and_leaves_all_visits(cast: SimpleNamespace, desk: Desk):
    one, other = visit(cast, "李长顺"), visit(cast, "李常顺")
    assert (households(cast.county), Visited.objects.filter(merged_into=None).count()) == (2, 2)
    alice = desk(cast.alice)
    page = alice.post(merge(one, other), {"keep": one.token}, follow=True)
    assert "“王家沟村 李常顺” and “王家沟村 李长顺” count as one from now on." in page.text
    assert page.redirect_chain == [(LIST, 302)]
    (row,) = page.context["rows"]
    assert (row.shown.name, row.paid.visits, [each.name for each in row.also]) == ("李长顺", 2, ["李常顺"])
    assert households(cast.county) == 1
    assert figure(cast.county, Period.year(2025), "visits.household_visits").value == 2
    assert canonical_tokens() == {other.token: one.token}
    assert "李" not in str(list(AuditRow.objects.values()))
    assert names(alice.get(LIST, {"text": "李常顺"})) == ["李长顺"]  # by its old spelling too


def test_a_third_one_joins_and_the_visits_of_all_are_counted(cast: SimpleNamespace, desk: Desk):
    one, two, three = (visit(cast, name) for name in ("李长顺", "李常顺", "李长舜"))
    alice = desk(cast.alice)
    alice.post(merge(one, two), {"keep": two.token})
    alice.post(merge(two, three), {"keep": three.token})
    (row,) = alice.get(LIST).context["rows"]
    assert (row.shown.name, row.paid.visits) == ("李长舜", 3)
    assert sorted(each.name for each in row.also) == ["李常顺", "李长顺"]


def test_years_in_which_only_one_was_visited_lose_nothing(cast: SimpleNamespace, desk: Desk):
    one, other = visit(cast, "李长顺"), visit(cast, "李常顺", happened=DAY.replace(year=2024))
    assert "No year has verified visits of both" in desk(cast.alice).get(merge(one, other)).text
    desk(cast.alice).post(merge(one, other), {"keep": one.token})
    assert households(cast.county) == 1


def test_any_two_can_be_chosen_and_from_a_visit_its_own_is_chosen_first(cast: SimpleNamespace, desk: Desk):
    record = draft(cast, "李长顺")
    verified(record, cast.bob, cast.alice)
    far, _firm = visit(cast, "李长顺", "下坪村"), visit(cast, "云溪纸业", "", ENTERPRISES)
    alice = desk(cast.alice)
    assert f"{LIST}?record={record.ref}" in alice.get(reverse("record", args=[record.ref])).text
    page = alice.get(LIST, {"record": record.ref}, follow=True)
    assert page.context["one"].row == record.visited
    assert [row.shown.row for row in page.context["rows"]] == [far]
    assert merge(record.visited, far) in page.text
    nothing = alice.get(LIST, {"one": far.token, "text": "石桥"})
    assert names(nothing) == [] and f'href="{LIST}?one={far.token}"' in nothing.text


def test_the_list_of_visits_leads_there_for_the_officer_alone(cast: SimpleNamespace, desk: Desk):
    record = draft(cast, "李长顺")
    visits = f"{reverse('record-list', args=['volunteering'])}?kind=visit"
    assert LIST in desk(cast.alice).get(visits).text
    for who in (cast.bob, cast.dora):
        assert LIST not in desk(who).get(visits).text
    assert LIST not in desk(cast.bob).get(reverse("record", args=[record.ref])).text


def test_nobody_but_an_officer_of_the_section_over_both_gets_there(cast: SimpleNamespace, desk: Desk):
    one, other = visit(cast, "李长顺"), visit(cast, "李常顺")
    before = noted()
    for who in (cast.bob, cast.charlie, cast.dora, cast.eve):
        client = desk(who)
        assert client.get(LIST).status_code == 403
        assert client.get(merge(one, other)).status_code == 403
        assert client.post(merge(one, other), {"keep": one.token}).status_code == 403
    olga = member("olga", plant(code="mo", kind="county", name="墨山县教育局", parent=cast.city), Role.OFFICER)
    assert names(desk(olga).get(LIST)) == []
    assert desk(olga).get(merge(one, other)).status_code == 404
    assert desk(olga).post(merge(one, other), {"keep": one.token}).status_code == 404
    assert noted() == before and not canonical_tokens()


def test_what_only_a_draft_tells_of_is_its_units_business(cast: SimpleNamespace, desk: Desk):
    hidden, other = draft(cast, "李长顺").visited, visit(cast, "李常顺")
    assert names(desk(cast.alice).get(LIST)) == ["李常顺"]
    assert desk(cast.alice).get(merge(hidden, other)).status_code == 404


def test_two_unlike_ones_and_one_that_is_gone_are_refused_in_a_sentence(cast: SimpleNamespace, desk: Desk):
    one, other, firm = visit(cast, "李长顺"), visit(cast, "李常顺"), visit(cast, "云溪纸业", "", ENTERPRISES)
    alice = desk(cast.alice)
    for into in (one, firm):
        page = alice.get(merge(one, into))
        assert page.status_code == 422 and "Choose two different households" in page.text
    page = alice.post(merge(one, other), {"keep": firm.token})
    assert page.status_code == 422 and not canonical_tokens()
    alice.post(merge(one, other), {"keep": one.token})
    again = alice.post(merge(one, other), {"keep": one.token})
    assert again.status_code == 409 and "merged already" in again.text
    assert alice.get(reverse("visited-merge", args=[one.token])).headers["Location"] == f"{LIST}?one={one.token}"
    assert alice.get(LIST, {"one": "no-such"}).status_code == 404
    assert alice.get(LIST, {"record": "visit-no-such"}).status_code == 404


def test_a_hostile_name_is_text(cast: SimpleNamespace, desk: Desk):
    evil = "<script>alert(1)</script>"
    one, other = visit(cast, evil, "<b>村</b>"), visit(cast, f"{evil} ", "<b>村</b>")
    alice = desk(cast.alice)
    told = alice.post(merge(one, other), {"keep": one.token}, follow=True)
    for page in (alice.get(LIST), alice.get(LIST, {"one": one.token}), alice.get(merge(one, visit(cast, "李"))), told):
        assert page.status_code == 200
        assert "&lt;script&gt;" in page.text
        assert "<script>alert" not in page.text and "<b>" not in page.text


def test_an_empty_list_says_what_to_do(cast: SimpleNamespace, desk: Desk):
    text = desk(cast.alice).get(LIST).text
    assert "write one down" in text and reverse("record-new", args=["visit"]) in text


def test_two_thousand_ask_as_often_as_two(cast: SimpleNamespace, desk: Desk):
    one, _other = visit(cast, "李长顺"), visit(cast, "李常顺")
    alice = desk(cast.alice)
    alice.get(LIST)
    few = _asked(alice)
    _visit_more(Visit.objects.get(visited=one), 1998)
    assert _asked(alice) <= few
    page = alice.get(LIST)
    assert page.context["page"].paginator.count == 2000 and len(page.context["rows"]) == 50


def _visit_more(like: Visit, count: int) -> None:
    """More households with one visit each, put down without the verbs: these would take a minute."""
    told = [(f"{number % 40}号村", f"户主{number}") for number in range(count)]
    made = [Visited(sort=HOUSEHOLDS, place=place, name=name, unit=like.unit) for place, name in told]
    Visited.objects.bulk_create(made, batch_size=100)
    for number, visited in enumerate(made):
        like.id = like.ledgered_ptr_id = None  # type: ignore[assignment]  # a new row
        like.ref, like.visited = f"visit-x{number}", visited
        like.save_base(force_insert=True)


def _asked(client: Any) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(LIST).status_code == 200
    return len(asked)
