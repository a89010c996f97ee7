"""What people said of a claim: it picks the figure, the ledger's value still judges, and it can be taken back."""

from types import SimpleNamespace

import pytest

from tests.orgs.plant import plant
from tests.records.cast import verified, visits
from youju.claims.check import check, strange_places
from youju.claims.judging.verdict import Verdict
from youju.claims.memory.phrase import Phrase, phrase_of
from youju.claims.memory.remembered import (
    Remembered,
    binding_confirm,
    binding_correct,
    binding_forget,
    place_bind,
    places_bound,
)
from youju.claims.reading import extract
from youju.claims.telling.checked import Checked
from youju.errors import Conflict, NotAllowed
from youju.lib import clock
from youju.lib.periods import Period
from youju.orgs.audit import AuditRow

CANDIDATES, OTHER = "exam.candidates", "visits.enterprises"
# No word of it names what is counted.
TEXT = "帮扶对象入户谈心17户。"


@pytest.fixture
def cast(db: None) -> SimpleNamespace:
    from tests.records.cast import make_cast

    made = make_cast()
    verified(visits(made.bob, made.hill, 17), made.bob, made.alice)
    return made


def _phrase(text: str = TEXT) -> Phrase:
    return phrase_of(text, extract(text)[0])


def _bind(cast: SimpleNamespace, target: str = CANDIDATES) -> Remembered:
    return binding_correct(bureau=cast.county, phrase=_phrase(), target=target, name="高考考生人数", actor=cast.alice)


def _checked(cast: SimpleNamespace, text: str = TEXT, year: int = 2025) -> Checked:
    (one,) = check(text, unit=cast.county, period=Period.year(year), aliases={})
    return one


def test_words_alone_find_nothing_and_a_person_does(cast: SimpleNamespace):
    assert _checked(cast).verdict == Verdict.UNSUPPORTED
    _bind(cast)
    told = _checked(cast)
    assert (told.verdict, told.indicator) == (Verdict.SUPPORTED, CANDIDATES)


def test_it_says_who_and_when(cast: SimpleNamespace):
    row = _bind(cast)
    told = _checked(cast).as_json()
    assert isinstance(told["notes"], list)
    note = next(each for each in told["notes"] if each["code"] == "bound")
    assert "alice" in note["text"]
    assert str(clock.day_of(row.at)) in note["text"]


def test_the_value_still_judges(cast: SimpleNamespace):
    _bind(cast)
    assert _checked(cast, TEXT.replace("17", "18")).verdict == Verdict.CONTRADICTED


def test_a_value_that_fits_does_not_choose_against_a_person(cast: SimpleNamespace):
    """The text's words and the value both say households; the person says something else."""
    text = "高考考生17人。"
    assert _checked(cast, text).verdict == Verdict.SUPPORTED
    binding_correct(bureau=cast.county, phrase=_phrase(text), target=OTHER, name="走访企业", actor=cast.alice)
    assert _checked(cast, text).verdict != Verdict.SUPPORTED


def test_a_year_without_records_is_said_to_have_none(cast: SimpleNamespace):
    _bind(cast)
    told = _checked(cast, year=2019)
    assert told.verdict == Verdict.UNSUPPORTED
    assert told.bound


def test_a_target_that_is_gone_is_named(cast: SimpleNamespace):
    _bind(cast, target="cell:no.such:*:*:*:sum")
    told = _checked(cast)
    assert told.verdict == Verdict.UNSUPPORTED
    assert "高考考生人数" in told.reason


def test_taken_back_it_no_longer_counts(cast: SimpleNamespace):
    row = _bind(cast)
    binding_forget(remembered=row, actor=cast.alice)
    assert _checked(cast).verdict == Verdict.UNSUPPORTED
    row.refresh_from_db()
    assert row.taken_back_by == cast.alice
    with pytest.raises(Conflict):
        binding_forget(remembered=row, actor=cast.alice)


def test_a_correction_takes_the_earlier_word_back(cast: SimpleNamespace):
    first = _bind(cast, OTHER)
    _bind(cast)
    first.refresh_from_db()
    assert first.taken_back_at
    assert [row.target for row in Remembered.objects.standing()] == [CANDIDATES]


def test_the_same_said_twice_is_kept_once(cast: SimpleNamespace):
    first = _bind(cast)
    again = binding_confirm(
        bureau=cast.county, phrase=_phrase(), target=CANDIDATES, name="高考考生人数", actor=cast.alice
    )
    assert again == first
    assert AuditRow.objects.filter(action__startswith="binding.").count() == 1


def test_every_change_leaves_an_audit_row_without_words_of_the_draft(cast: SimpleNamespace):
    row = _bind(cast)
    binding_forget(remembered=row, actor=cast.alice)
    rows = AuditRow.objects.filter(target=f"binding-{row.pk}").order_by("pk")
    assert [each.action for each in rows] == ["binding.correct", "binding.forget"]
    assert "谈心" not in str([each.detail for each in rows])


@pytest.mark.parametrize("name", ["bob", "charlie", "dora", "eve"])
def test_only_an_officer_of_the_bureau_may(cast: SimpleNamespace, name: str):
    row = _bind(cast)
    actor = getattr(cast, name)
    with pytest.raises(NotAllowed):
        binding_correct(bureau=cast.county, phrase=_phrase(), target=OTHER, name="x", actor=actor)
    with pytest.raises(NotAllowed):
        binding_forget(remembered=row, actor=actor)
    assert list(Remembered.objects.standing()) == [row]


def test_another_bureau_does_not_hear_of_it(cast: SimpleNamespace):

    other = plant(code="far", kind="county", name="远山县教育局", parent=cast.city)
    _bind(cast)
    (told,) = check(TEXT, unit=other, period=Period.year(2025), aliases={})
    assert told.bound is None


def test_nothing_of_a_checked_text_is_kept(cast: SimpleNamespace):
    _checked(cast)
    assert not Remembered.objects.exists()


def test_a_school_is_checked_with_its_bureaus_memory(cast: SimpleNamespace):
    _bind(cast)
    (told,) = check(TEXT, unit=cast.hill, period=Period.year(2025), aliases={})
    assert told.bound


def test_a_person_may_bind_what_the_words_call_a_mere_change(cast: SimpleNamespace):
    text = "走访农户比上年新增17户，增长12%。"
    phrase = phrase_of(text, extract(text)[1])
    binding_correct(bureau=cast.county, phrase=phrase, target="reviews.satisfaction", name="满意度", actor=cast.alice)
    told = check(text, unit=cast.county, period=Period.year(2025), aliases={})[1]
    assert told.bound


def _strange(cast: SimpleNamespace, text: str) -> list[str]:
    return strange_places(text, unit=cast.county, period=Period.year(2025), aliases={})


def test_a_city_of_another_name_is_known_once_somebody_said_that_it_is_ours(cast: SimpleNamespace):
    text = "现有镇江市文明单位28个。"
    assert _strange(cast, text) == ["镇江市"]
    place_bind(bureau=cast.county, name="镇江市", target="@county", actor=cast.alice)
    assert _strange(cast, text) == []
    assert places_bound(cast.county) == {"镇江市": cast.county}


def test_a_name_of_a_place_is_bound_by_officers_only_and_can_be_taken_back(cast: SimpleNamespace):
    with pytest.raises(NotAllowed):
        place_bind(bureau=cast.county, name="镇江市", target="@county", actor=cast.bob)
    row = place_bind(bureau=cast.county, name="镇江市", target="@county", actor=cast.alice)
    binding_forget(remembered=row, actor=cast.alice)
    assert places_bound(cast.county) == {}
