"""A checked text is kept only when asked: by whom, in the place of what, and how its figures stand since."""

from types import SimpleNamespace

import pytest
from django.utils.translation import override

from tests.orgs.plant import plant
from tests.records.cast import make_cast, member, verified, visits
from youju.claims.check import check
from youju.claims.judging.verdict import Verdict
from youju.claims.kept.changes_since import Since, Stood, since
from youju.claims.kept.kept_text import KeptElsewhere, KeptText, Paper, text_delete, text_keep, text_replace
from youju.claims.telling.checked import Checked, Plain
from youju.errors import Conflict, NotAllowed
from youju.lib.periods import Period
from youju.orgs.audit import AuditRow
from youju.orgs.members import Member, Role, RoleGrant

TEXT = "今年高考考生17人。"
PAPER = Paper("年度总结", TEXT, "2025", "")


@pytest.fixture
def cast(db: None) -> SimpleNamespace:
    cast = make_cast()
    cast.sam = member("sam", cast.county, Role.SIGNER)
    verified(visits(cast.bob, cast.hill, 17), cast.bob, cast.alice)
    return cast


def _found(cast: SimpleNamespace, text: str = TEXT) -> list[Checked]:
    return check(text, unit=cast.county, period=Period.year(2025), aliases={})


def _keep(cast: SimpleNamespace, paper: Paper = PAPER, who: str = "alice") -> KeptText:
    return text_keep(unit=cast.county, paper=paper, found=_found(cast, paper.text), actor=getattr(cast, who))


def test_what_is_kept_is_the_text_with_its_verdicts_and_the_ledgers_size(cast: SimpleNamespace):
    kept = _keep(cast)
    assert (kept.text, kept.title, kept.period, kept.ledger_size) == (TEXT, "年度总结", "2025", 1)
    assert [(TEXT[one.start : one.end], one.verdict, one.value) for one in kept.figures] == [("17人", "supported", 17)]
    assert kept.tally == {"supported": 1}


@pytest.mark.parametrize(
    ("title", "text", "name"),
    [
        ("", "\n 二〇二五年总结\n高考考生17人。", "二〇二五年总结"),
        (" \u202e总结 ", TEXT, "总结"),
        ("", "长" * 500 + "17户", "长" * 40),
        ("", "\u200b", "—"),
    ],
)
def test_a_text_without_a_name_is_called_by_its_first_line(cast: SimpleNamespace, title: str, text: str, name: str):
    assert _keep(cast, PAPER._replace(title=title, text=text)).title == name


def test_the_next_draft_takes_the_place_of_the_version_that_was_seen(cast: SimpleNamespace):
    kept = _keep(cast)
    later = PAPER._replace(text="今年高考考生19人。")
    text_replace(kept=kept, version=1, paper=later, found=_found(cast, later.text), actor=cast.alice)
    kept.refresh_from_db()
    assert (kept.text, kept.version, kept.tally) == (later.text, 2, {"contradicted": 1})
    with pytest.raises(KeptElsewhere):
        text_replace(kept=kept, version=1, paper=PAPER, found=_found(cast), actor=cast.alice)
    kept.refresh_from_db()
    assert kept.text == later.text


def test_what_is_deleted_is_gone_and_the_audit_row_holds_none_of_it(cast: SimpleNamespace):
    kept = _keep(cast)
    text_delete(kept=kept, actor=cast.alice)
    assert not KeptText.objects.exists()
    rows = AuditRow.objects.filter(action__startswith="text.").order_by("pk")
    assert [(row.action, row.target, row.detail) for row in rows] == [
        ("text.keep", f"text-{kept.pk}", {"version": 1}),
        ("text.delete", f"text-{kept.pk}", {}),
    ]


def test_what_a_colleague_deleted_can_be_neither_replaced_nor_deleted(cast: SimpleNamespace):
    kept = _keep(cast)
    KeptText.objects.all().delete()
    with pytest.raises(KeptElsewhere):
        text_replace(kept=kept, version=1, paper=PAPER, found=_found(cast), actor=cast.alice)
    with pytest.raises(Conflict):
        text_delete(kept=kept, actor=cast.alice)
    assert [row.action for row in AuditRow.objects.filter(action__startswith="text.")] == ["text.keep"]


@pytest.mark.parametrize("who", ["bob", "dora", "eve", "cora"])
def test_a_liaison_an_auditor_an_administrator_and_a_neighbour_keep_nothing(cast: SimpleNamespace, who: str):
    _neighbour(cast)
    with pytest.raises(NotAllowed):
        _keep(cast, who=who)
    assert not KeptText.objects.exists()


@pytest.mark.parametrize(
    ("who", "sees"), [("alice", 1), ("sam", 1), ("dora", 1), ("bob", 0), ("eve", 0), ("cora", 0), ("left", 0)]
)
def test_who_checks_the_bureaus_texts_sees_what_is_kept(cast: SimpleNamespace, who: str, sees: int):
    _neighbour(cast)
    _keep(cast)
    assert KeptText.objects.visible_to(getattr(cast, who)).count() == sees


@pytest.mark.parametrize("who", ["sam", "bob", "dora", "eve", "cora", "left"])
def test_nobody_but_its_keeper_and_an_officer_replaces_or_deletes_it(cast: SimpleNamespace, who: str):
    _neighbour(cast)
    kept, actor = _keep(cast), getattr(cast, who)
    with pytest.raises(NotAllowed):
        text_replace(kept=kept, version=1, paper=PAPER._replace(text=""), found=[], actor=actor)
    with pytest.raises(NotAllowed):
        text_delete(kept=kept, actor=actor)
    kept.refresh_from_db()
    assert (kept.text, kept.version) == (TEXT, 1)


def test_who_kept_it_and_has_left_neither_replaces_nor_deletes_it(cast: SimpleNamespace):
    kept = _keep(cast, who="sam")
    RoleGrant.objects.filter(member=cast.sam).delete()
    with pytest.raises(NotAllowed):
        text_delete(kept=kept, actor=Member.objects.get(pk=cast.sam.pk))
    text_delete(kept=kept, actor=cast.alice)


def test_nothing_has_changed_where_the_ledger_speaks_as_it_did(cast: SimpleNamespace):
    kept = _keep(cast)
    assert since(TEXT, kept.figures, _found(cast)) == []


def test_a_figure_that_the_ledger_has_outgrown_is_told_with_both_values(cast: SimpleNamespace):
    kept = _keep(cast)
    verified(visits(cast.bob, cast.hill, 4), cast.bob, cast.alice)
    assert since(TEXT, kept.figures, _found(cast)) == [
        Since(1, "17人", Stood(Verdict.SUPPORTED, 17), Stood(Verdict.CONTRADICTED, 21))
    ]


def test_another_language_is_no_change(cast: SimpleNamespace):
    with override("zh-hans"):
        kept = _keep(cast)
    with override("en"):
        assert since(TEXT, kept.figures, _found(cast)) == []


@pytest.mark.parametrize(("value", "text"), [(None, ""), (17, "17"), (98.7, "98.7"), ([1, 2], "1, 2"), (0, "0")])
def test_a_value_is_shown_without_its_word(value: Plain, text: str):
    with override("en"):
        assert Stood(Verdict.SUPPORTED, value).printed == text


def test_a_figure_that_is_read_no_more_or_only_now_is_told_so(cast: SimpleNamespace):
    kept = _keep(cast)
    assert since(TEXT, kept.figures, []) == [Since(0, "17人", Stood(Verdict.SUPPORTED, 17), None)]
    assert since(TEXT, [], _found(cast)) == [Since(1, "17人", None, Stood(Verdict.SUPPORTED, 17))]


def _neighbour(cast: SimpleNamespace) -> None:
    other = plant(code="mo", kind="county", name="墨山县教育局", parent=cast.city)
    cast.cora = member("cora", other, Role.OFFICER)
    cast.left = member("left", cast.county)
