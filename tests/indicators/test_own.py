"""A bureau's own measures and indicators: proposed by one, approved by another, counted like the product's."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.db import transaction

from tests.indicators.log import CARD, DAY, YEAR
from tests.records.cast import make_cast, member
from youju.claims.ranking.vocabulary import vocabulary
from youju.errors import NotAllowed
from youju.indicators.catalogue import find_indicator, indicators
from youju.indicators.display import printed
from youju.indicators.errors import UnknownIndicator
from youju.indicators.figures import figure
from youju.indicators.indicator import CARD_FIELDS
from youju.indicators.own import indicator_approve, indicator_propose
from youju.indicators.own_indicators import OwnIndicator
from youju.ledger import log
from youju.orgs.audit import AuditRow
from youju.orgs.members import Role
from youju.records.counting.own_measures import measure_approve, measure_propose
from youju.records.errors import BadDefinition, NothingToApprove, OwnProposal, UndeclaredFact
from youju.records.heads.record import Record
from youju.records.kinds import all_measures, get_record_kind
from youju.records.verbs.record_verbs import record_add, record_submit, record_verify

TREES: dict[str, Any] = {
    "code": "own.trees", "zh": "植树", "en": "trees planted", "word": "棵", "aliases": ["栽树"],
    "shapes": ["sum", "distinct"], "form": "quantity", "scale": 0,
    "categories": {"pine": {"zh": "松树", "en": "pines"}},
}  # fmt: skip
PINES: dict[str, Any] = {
    "code": "own.pines", "zh": "松树植树", "en": "Pines planted", "shape": "sum", "measure": "own.trees",
    "scope": "subtree", "category": "pine", "card": dict.fromkeys(CARD_FIELDS, CARD.counts._asdict()),
}  # fmt: skip


@pytest.fixture
def cast(db: None) -> SimpleNamespace:
    made = make_cast()
    made.frank = member("frank", made.county, Role.OFFICER)
    return made


def defined(cast: SimpleNamespace) -> None:
    """Frank proposes the measure and the indicator, alice approves both."""
    measure_approve(measure=measure_propose(table=TREES, known=all_measures(), actor=cast.frank), actor=cast.alice)
    indicator_approve(indicator=indicator_propose(table=PINES, actor=cast.frank), actor=cast.alice)


def planted(cast: SimpleNamespace, quantity: int, category: str = "pine") -> Record:
    kind = get_record_kind("statistic")
    values = {
        "unit": cast.hill, "title": "植树", "happened": DAY, "sort": "own.trees", "category": category,
        "quantity": quantity, "late_reason": "补录上学期材料",
    }  # fmt: skip
    record = record_add(kind=kind, actor=cast.bob, values=values)
    record_submit(record=record, actor=cast.bob)
    record_verify(record=record, actor=cast.alice)
    return record


def test_what_was_approved_is_posted_counted_and_printed(cast: SimpleNamespace):
    defined(cast)
    planted(cast, 40)
    found = figure(cast.county, YEAR, "own.pines")
    assert (found.value, found.indicator.version, printed(found)) == (40, 1, "40")
    assert "own.pines" in {one.indicator.code for one in vocabulary(b"", log.size(), YEAR).candidates}


def test_nothing_counts_before_somebody_else_approves(cast: SimpleNamespace):
    proposed = measure_propose(table=TREES, known=all_measures(), actor=cast.alice)
    with pytest.raises(OwnProposal):
        measure_approve(measure=proposed, actor=cast.alice)
    assert "own.trees" not in all_measures()
    with pytest.raises(UndeclaredFact), transaction.atomic():
        planted(cast, 1)
    measure_approve(measure=proposed, actor=cast.frank)
    indicator_propose(table=PINES, actor=cast.alice)
    assert "own.pines" not in indicators()
    with pytest.raises(UnknownIndicator):
        find_indicator("own.pines")


def test_a_new_version_is_seen_at_once_and_a_figure_keeps_its_own(cast: SimpleNamespace):
    defined(cast)
    planted(cast, 40)
    planted(cast, 2, category="pine")
    first = figure(cast.county, YEAR, "own.pines")
    again = indicator_propose(table=PINES | {"zh": "栽种的松树", "scope": "own"}, actor=cast.alice)
    assert figure(cast.county, YEAR, "own.pines") == first
    indicator_approve(indicator=again, actor=cast.frank)
    second = figure(cast.county, YEAR, "own.pines")
    assert [(one.indicator.version, one.value) for one in (first, second)] == [(1, 42), (2, None)]


def test_an_older_version_is_not_approved_over_a_newer_one(cast: SimpleNamespace):
    defined(cast)
    old, new = (indicator_propose(table=PINES, actor=cast.frank) for _ in range(2))
    with pytest.raises(NothingToApprove):
        indicator_approve(indicator=old, actor=cast.alice)
    indicator_approve(indicator=new, actor=cast.alice)
    with pytest.raises(NothingToApprove):
        indicator_approve(indicator=new, actor=cast.alice)


@pytest.mark.parametrize("who", ["bob", "charlie", "dora"])
def test_only_officers_and_administrators_of_the_bureau_define(cast: SimpleNamespace, who: str):
    with pytest.raises(NotAllowed):
        measure_propose(table=TREES, known=all_measures(), actor=getattr(cast, who))
    proposed = measure_propose(table=TREES, known=all_measures(), actor=cast.frank)
    with pytest.raises(NotAllowed):
        measure_approve(measure=proposed, actor=getattr(cast, who))


def test_each_step_is_in_the_audit(cast: SimpleNamespace):
    defined(cast)
    rows = AuditRow.objects.filter(target__startswith="own.").order_by("pk").values_list("action", "target", "actor")
    assert list(rows) == [
        ("ownmeasure.propose", "own.trees@1", cast.frank.token),
        ("ownmeasure.approve", "own.trees@1", cast.alice.token),
        ("ownindicator.propose", "own.pines@1", cast.frank.token),
        ("ownindicator.approve", "own.pines@1", cast.alice.token),
    ]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"code": "trees"}, "begins with “own.”"),
        ({"shapes": ["middle"]}, "no such shape: middle"),
        ({"colour": "green"}, "colour"),
        ({"form": "counted"}, "The form of a measure is one of"),
        ({"form": "part"}, "A part needs the measure"),
        ({"form": "rank"}, "never summed"),
        ({"zh": "网民评论数"}, "is not measured"),
        ({"scale": 2}, "“scale” cannot change"),
        ({"categories": {"oak": {"zh": "橡树", "en": "oaks"}}}, "The category “pine” cannot go"),
    ],
)
def test_a_flawed_measure_is_refused(cast: SimpleNamespace, change: dict[str, Any], said: str):
    defined(cast)
    with pytest.raises(BadDefinition, match=said):
        measure_propose(table=TREES | change, known=all_measures(), actor=cast.frank)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"code": "pines"}, "begins with “own.”"),
        ({"measure": "own.shrubs"}, "“own.shrubs” is no known measure"),
        ({"category": "oak"}, "“oak” is no known category"),
        ({"shape": "stock"}, "does not allow the shape stock"),
        ({"card": {}}, "“card” is missing"),
        ({"beside": "no.such"}, "“no.such” is no known beside"),
    ],
)
def test_a_flawed_indicator_is_refused_in_the_loader_s_words(cast: SimpleNamespace, change: dict[str, Any], said: str):
    defined(cast)
    with pytest.raises(BadDefinition, match=said):
        indicator_propose(table=PINES | change, actor=cast.frank)


def test_a_definition_that_no_longer_holds_takes_no_page_down(cast: SimpleNamespace):
    """A measure or a category that a later release has dropped: the figure is missing, never wrong."""
    defined(cast)
    gone = PINES | {"code": "own.gone", "measure": "a.measure.of.old"}
    OwnIndicator.objects.create(code="own.gone", version=1, table=gone, author=cast.frank, approver=cast.alice)
    assert "own.pines" in indicators()
    assert "own.gone" not in indicators()
