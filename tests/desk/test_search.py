"""One search: what is found is what the member may read, of every sort."""

from types import SimpleNamespace

import pytest
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.records.cast import people, verified, visits
from tests.records.test_case import raised
from youju.orgs.members import Member
from youju.orgs.people import Person

SEARCH = reverse("search")


def found(desk: Desk, who: Member, text: str) -> dict[str, list[str]]:
    answer = desk(who).get(SEARCH, {"q": text})
    assert answer.status_code == 200
    return {str(sort.label): [hit.name for hit in sort.hits] for sort in answer.context["found"]}


@pytest.fixture
def told(cast: SimpleNamespace) -> SimpleNamespace:
    verified(visits(cast.bob, cast.hill, title="春季走访农户"), cast.bob, cast.alice)
    visits(cast.charlie, cast.lake, title="明湖走访农户")
    people(cast.hill, "青一山")
    people(cast.lake, "湖一山")
    return cast


def test_records_persons_units_and_figures_are_found(told: SimpleNamespace, desk: Desk):
    assert found(desk, told.bob, "走访")["Records and cases"] == ["春季走访农户"]
    assert found(desk, told.bob, "一山")["Persons"] == ["青一山"]
    assert found(desk, told.alice, "小学")["Units within reach"] == ["青山小学", "明湖小学"]
    assert found(desk, told.bob, "households")["Figures"]


def test_another_schools_draft_record_and_person_are_not(told: SimpleNamespace, desk: Desk):
    assert "明湖走访农户" not in str(found(desk, told.bob, "农户"))
    assert "明湖走访农户" not in str(found(desk, told.alice, "农户"))  # a draft is its own unit's business
    assert "春季走访农户" not in str(found(desk, told.charlie, "农户"))
    assert "湖一山" not in str(found(desk, told.bob, "一山"))


def test_the_administrator_finds_no_record_and_no_figure(told: SimpleNamespace, desk: Desk):
    assert not {"Records and cases", "Figures"} & found(desk, told.eve, "走访").keys()


def test_a_minor_is_not_found_by_name(told: SimpleNamespace, desk: Desk):
    Person.objects.filter(name="青一山").update(minor_until="2199-12-31")
    assert found(desk, told.bob, "青一山") == {}


@pytest.mark.parametrize("text", ["", "走", " ", "<script>", "%", "_", "x" * 5000, "走访 无此词"])
def test_nothing_typed_breaks_it_or_finds_what_it_does_not_name(told: SimpleNamespace, desk: Desk, text: str):
    assert "春季走访农户" not in str(found(desk, told.dora, text))


def test_what_no_keyboard_types_is_passed_over(told: SimpleNamespace, desk: Desk):
    assert "春季走访农户" in str(found(desk, told.dora, "\x00走访"))


def test_what_can_be_written_down_is_found_by_two_characters(cast: SimpleNamespace, desk: Desk):
    bob, choose = desk(cast.bob), reverse("record-choose")
    assert reverse("record-new", args=["session"]) in bob.get(choose).text
    page = bob.get(choose, {"text": "candidates"}).text
    assert f"{reverse('record-new', args=['statistic'])}?sort=exam.candidates" in page
    assert reverse("record-new", args=["session"]) not in page


def test_a_case_is_found_with_its_state_in_words_and_leads_to_its_page(told: SimpleNamespace, desk: Desk):
    case = raised(told, title="走访登记补签字")
    (hit,) = [hit for sort in desk(told.alice).get(SEARCH, {"q": "补签字"}).context["found"] for hit in sort.hits]
    assert hit.url == reverse("case", args=[case.ref])
    assert case.state_label in hit.also


def test_the_administrator_finds_units_by_any_of_their_names(told: SimpleNamespace, desk: Desk):
    for text in ("明湖", "mhx", "明　湖"):
        assert found(desk, told.eve, text)["Units within reach"] == ["明湖小学"]
