"""Articles: three different reviewers, consents, what is public when, and the one record that comes of a live one."""

from datetime import timedelta
from itertools import product
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from tests.portal.site import approved, live, make_office, manuscript, moved
from tests.records.cast import DAY, member, people
from youju.clockwork.articles import move_article, scheduled_articles
from youju.errors import NotAllowed
from youju.indicators.figures import figure
from youju.ledger.reading import live_posts
from youju.lib import clock
from youju.lib.periods import Period
from youju.orgs.consents import Purpose, consent_give, consent_withdraw
from youju.orgs.members import Member, Role
from youju.orgs.settings import SettingRow
from youju.records.case_rights import open_moves
from youju.records.declared.needs import missing_needs
from youju.records.errors import NoSuchMove
from youju.records.heads.attachments import attachments_of
from youju.records.kinds import get_case_kind, get_record_kind
from youju.records.publicity.article.errors import ConsentMissing, NoSiteOutlet, OriginMissing, ProofreadersMissing
from youju.records.publicity.article.forms import ArticleForm, ArticleMoveForm
from youju.records.publicity.article.models import Article, How
from youju.records.publicity.article.moves import MOVES, ArticleState
from youju.records.publicity.article.sample import sample
from youju.records.publicity.item.models import PublicityItem
from youju.records.publicity.outlet.models import Outlet
from youju.records.reading.access import visible_to
from youju.records.reading.drift import drifted
from youju.records.verbs.case_verbs import case_move_by_clock, case_open
from youju.records.verbs.postings import fresh
from youju.records.verbs.record_begin import record_begin_after
from youju.records.verbs.record_verbs import record_submit, record_verify


@pytest.fixture
def office(db: None) -> SimpleNamespace:
    """The cast of the site, and a signing leader."""
    office = make_office()
    office.sun = member("sun", office.county, Role.SIGNER)
    return office


def public() -> list[Article]:
    return list(Article.objects.public(clock.now()))


def test_three_different_members_pass_it_one_after_the_other(office: SimpleNamespace):
    case = moved(manuscript(office), "edit", office.alice)
    case = moved(case, "first", office.olga)
    with pytest.raises(NotAllowed):
        moved(case, "second", office.olga)
    case = moved(case, "second", office.otto)
    for again in (office.olga, office.otto):
        with pytest.raises(NotAllowed):
            moved(case, "final", again)
    case = moved(case, "final", office.sun)
    assert case.readers == [office.olga, office.otto, office.sun]


def test_who_edited_it_may_make_the_first_review_and_no_other(office: SimpleNamespace):
    case = moved(manuscript(office), "edit", office.alice)
    assert "first" in open_moves(office.alice, case)
    case = moved(case, "first", office.olga)
    assert "second" not in open_moves(office.alice, case)


def test_who_handed_it_in_reviews_nothing_of_it(office: SimpleNamespace):
    values = sample(office.county, DAY)
    case = case_open(kind=get_case_kind("article"), values=values, actor=office.olga)
    assert isinstance(case, Article)
    case = moved(case, "edit", office.alice)
    for action, actor in (("first", office.alice), ("second", office.otto), ("final", office.odile)):
        assert action not in open_moves(office.olga, case)
        case = moved(case, action, actor)


def test_the_database_itself_refuses_one_member_as_two_reviewers(office: SimpleNamespace):
    case = approved(office)
    with pytest.raises(IntegrityError), transaction.atomic():
        Article.objects.filter(pk=case.pk).update(second_reader=office.olga)


def test_what_goes_back_to_editing_is_reviewed_anew(office: SimpleNamespace):
    case = moved(approved(office), "to-editor", office.alice)
    assert case.readers == []
    assert "first" in open_moves(office.olga, case)


def test_without_a_proof_reader_there_is_no_final_review(office: SimpleNamespace):
    case = moved(manuscript(office, proofreaders=""), "edit", office.alice)
    case = moved(moved(case, "first", office.olga), "second", office.otto)
    with pytest.raises(ProofreadersMissing):
        moved(case, "final", office.odile)


def test_a_reprint_without_its_original_address_passes_no_final_review(office: SimpleNamespace):
    with pytest.raises(OriginMissing):
        approved(office, sort="reprinted", source="青岚教育报")


def test_who_is_shown_must_have_agreed_and_can_take_it_back(office: SimpleNamespace):
    (wang,) = people(office.hill, "王一")
    shown = [{"person": wang, "how": How.PICTURED}]
    with pytest.raises(ConsentMissing):
        approved(office, mentions=shown)
    given = consent_give(
        person=wang, purpose=Purpose.PUBLIC_PICTURE, by="self", on=DAY, actor=office.alice, reference="同意书1号"
    )
    case = approved(office, mentions=shown)
    consent_withdraw(consent=given, actor=office.alice)
    with pytest.raises(ConsentMissing):
        moved(case, "publish", office.alice)


def test_somebody_shown_is_added_and_taken_out_while_it_is_edited(office: SimpleNamespace):
    (wang,) = people(office.hill, "王一")
    case = moved(manuscript(office), "show", office.bob, person=wang, how=How.NAMED)
    assert [mention.person for mention in case.mentions.all()] == [wang]
    case = moved(case, "hide", office.bob, unshown=list(case.mentions.all()))
    assert not case.mentions.exists()


def test_a_disclosure_can_have_no_price(office: SimpleNamespace):
    case = live(office, must_be_public=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        Article.objects.filter(pk=case.pk).update(price=100)
    Article.objects.filter(pk=live(office).pk).update(price=100)


def test_it_is_public_while_it_is_live_and_its_moment_has_not_passed(office: SimpleNamespace):
    case = approved(office)
    now = clock.now()
    case = moved(case, "schedule", office.alice, up_at=now + timedelta(hours=1), down_at=now + timedelta(hours=3))
    assert public() == []
    assert list(scheduled_articles(clock.today())) == []
    with clock.at(now + timedelta(hours=2)):
        (key,) = scheduled_articles(clock.today())
        move_article(key)
        assert public() == [case]
        assert list(scheduled_articles(clock.today())) == []
    with clock.at(now + timedelta(hours=3)):
        assert public() == []
        (key,) = scheduled_articles(clock.today())
        move_article(key)
        assert fresh(case).state == ArticleState.DOWN
    assert list(drifted()) == []


def test_what_may_no_longer_go_up_stays_and_its_author_is_told(office: SimpleNamespace):
    (wang,) = people(office.hill, "王一")
    given = consent_give(
        person=wang, purpose=Purpose.PUBLIC_NAME, by="self", on=DAY, actor=office.alice, reference="同意书1号"
    )
    now = clock.now()
    case = approved(office, mentions=[{"person": wang, "how": How.NAMED}])
    moved(case, "schedule", office.alice, up_at=now + timedelta(hours=1), down_at=None)
    consent_withdraw(consent=given, actor=office.alice)
    with clock.at(now + timedelta(hours=2)):
        (key,) = scheduled_articles(clock.today())
        assert "王一" in move_article(key)
    assert fresh(case).state == ArticleState.SCHEDULED


def test_no_member_makes_a_move_of_the_clock_and_the_clock_makes_no_other(office: SimpleNamespace):
    case = live(office)
    with pytest.raises(NotAllowed):
        moved(case, "run-out", office.alice)
    with pytest.raises(NoSuchMove):
        case_move_by_clock(case=case, action="take-down")


def test_a_live_one_leads_to_one_record_and_counts_once(office: SimpleNamespace):
    year = Period.year(clock.today().year)
    case = live(office)
    record = record_begin_after(case=case, action="publish")
    assert record is not None
    again = record_begin_after(case=case, action="publish")
    assert again is not None and again.pk == record.pk
    assert (record.author, record.unit, record.title) == (office.bob, office.hill, case.title)
    record_submit(record=record, actor=office.bob)
    record_verify(record=record, actor=office.alice)
    assert figure(office.county, year, "publicity.local").value == 1
    assert figure(office.county, year, "site.articles").value == 1

    case = moved(case, "take-down", office.alice)
    assert public() == []
    assert PublicityItem.objects.count() == 1
    assert figure(office.county, year, "site.articles").value == 1
    assert list(drifted()) == []


def test_its_record_has_the_article_itself_for_a_clipping(office: SimpleNamespace):
    SettingRow.objects.create(code="site_address", value="https://edu.example.cn")
    case = live(office)
    record = record_begin_after(case=case, action="publish")
    assert record is not None
    beside = attachments_of([record.ref])[record.ref]
    link = f"https://edu.example.cn/site/article/{case.ref}/"
    assert [(each.link, each.name) for each in beside] == [(link, case.title)]
    assert missing_needs(get_record_kind("item").needs, beside) == []


def test_published_before_its_time_it_is_no_longer_scheduled(office: SimpleNamespace):
    up, down = clock.now() + timedelta(days=1), clock.now() + timedelta(days=9)
    case = moved(approved(office), "schedule", office.alice, up_at=up, down_at=down)
    case = moved(case, "publish", office.alice)
    assert (case.state, case.up_at, case.down_at) == (ArticleState.LIVE, None, down)
    assert case.published_at is not None and list(drifted()) == []


def _priced(office: SimpleNamespace, case: Article, typed: str) -> ArticleMoveForm:
    move = MOVES[ArticleState(case.state)]["price"]
    return ArticleMoveForm({"price": typed}, instance=case, move=move, actor=office.alice)


def test_an_officer_sets_the_price_of_its_pdf_in_yuan(office: SimpleNamespace):
    case = live(office)
    form = _priced(office, case, "12.5")
    assert form.is_valid(), form.errors
    case = moved(case, "price", office.alice, **form.cleaned_data)
    assert (case.state, case.price, case.told("price", office.alice)) == (ArticleState.LIVE, 1250, "12.50")
    assert 'value="12.5"' in str(
        ArticleMoveForm(instance=case, move=MOVES[ArticleState.LIVE]["price"], actor=office.alice)["price"]
    )
    assert moved(case, "price", office.alice, **_cleaned(_priced(office, case, ""))).price == 0
    for wrong in ("0.001", "-1", "10001", "十元钱"):
        assert "price" in _priced(office, case, wrong).errors
    assert list(drifted()) == []


def _cleaned(form: ArticleMoveForm) -> dict[str, Any]:
    assert form.is_valid(), form.errors
    return form.cleaned_data


def test_what_must_be_public_has_no_price_whichever_is_typed_last(office: SimpleNamespace):
    assert "price" in _priced(office, live(office, must_be_public=True), "1").errors
    case = moved(approved(office, price=100), "to-editor", office.alice)
    rewrite = MOVES[ArticleState.EDITED]["rewrite"]
    form = ArticleMoveForm({"must_be_public": "on"}, instance=case, move=rewrite, actor=office.alice)
    assert "must_be_public" in form.errors


def test_put_up_a_second_time_it_counts_no_second_time(office: SimpleNamespace):
    case = moved(moved(live(office), "take-down", office.alice), "rework", office.alice)
    for action, actor in (("first", office.olga), ("second", office.otto), ("final", office.sun)):
        case = moved(case, action, actor)
    case = moved(case, "publish", office.alice)
    assert len(live_posts([case.ref])) == 1
    assert figure(office.county, Period.year(clock.today().year), "site.articles").value == 1
    assert list(drifted()) == []


def test_no_record_is_begun_where_no_outlet_is_the_site(office: SimpleNamespace):
    Outlet.objects.all().delete()
    with pytest.raises(NoSiteOutlet):
        record_begin_after(case=live(office), action="publish")


def test_another_school_sees_nothing_of_it(office: SimpleNamespace):
    manuscript(office)
    assert not visible_to(office.charlie, Article).exists()
    assert visible_to(office.bob, Article).count() == visible_to(office.alice, Article).count() == 1


_STATES = [(state, action) for state, moves in MOVES.items() for action in moves]
# Who is not named may never: the officers all have a part in what is reviewed but the one named.
_MAY = {
    "officer": {"alice", "olga", "otto", "odile"},
    "recorder": {"alice", "bob", "olga", "otto", "odile"},
    "clock": set(),
}


def _reviewers(state: str) -> set[str]:
    """Edited by alice, then passed by olga and otto."""
    return {
        ArticleState.EDITED: {"alice", "olga", "otto", "odile"},
        ArticleState.FIRST: {"otto", "odile"},
        ArticleState.SECOND: {"odile", "sun"},
    }[ArticleState(state)]


def _in_state(office: SimpleNamespace, state: str) -> Article:
    now = clock.now()
    ways: dict[str, list[tuple[str, Member]]] = {
        "edited": [("edit", office.alice)],
        "sent_back": [("send-back", office.alice)],
        "given_up": [("give-up", office.bob)],
    }
    ways["first"] = [*ways["edited"], ("first", office.olga)]
    ways["second"] = [*ways["first"], ("second", office.otto)]
    ways["approved"] = [*ways["second"], ("final", office.odile)]
    ways["scheduled"] = [*ways["approved"], ("schedule", office.alice)]
    ways["live"] = [*ways["approved"], ("publish", office.alice)]
    ways["down"] = [*ways["live"], ("take-down", office.alice)]
    case = manuscript(office)
    for action, actor in ways.get(state, []):
        values = {"up_at": now + timedelta(days=1), "down_at": None} if action == "schedule" else {}
        case = moved(case, action, actor, **values)
    assert case.state == state
    return case


@pytest.mark.parametrize("state", list(ArticleState), ids=str)
def test_each_move_in_each_state_is_open_to_those_named_and_nobody_else(office: SimpleNamespace, state: ArticleState):
    case = _in_state(office, state)
    everybody = ("alice", "bob", "charlie", "dora", "eve", "olga", "otto", "odile", "sun")
    actions = {action for moves in MOVES.values() for action in moves}
    for action, name in product(sorted(actions), everybody):
        move = MOVES[state].get(action)
        allowed = (
            set() if move is None else _MAY.get(move.right) or (set() if move.right == "clock" else _reviewers(state))
        )
        assert (action in open_moves(getattr(office, name), case)) == (name in allowed), (action, name)
        if name not in allowed:
            with pytest.raises(NoSuchMove if move is None else NotAllowed) as refused, transaction.atomic():
                moved(case, action, getattr(office, name))
            assert str(refused.value)


def _typed(office: SimpleNamespace, **typed: Any) -> dict[str, Any]:
    given = {
        "unit": office.hill.pk, "happened": DAY.isoformat(), "title": "春日读书会", "channel": "教育新闻",
        "sort": "contributed", "body": "三月。", "mentions-0-person": "", "mentions-0-how": "named",
    }  # fmt: skip
    return given | typed


def _wrong(office: SimpleNamespace, **typed: Any) -> set[str]:
    sample(office.hill, DAY)  # writes the channel
    form = ArticleForm(_typed(office, **typed), actor=office.bob, section="publicity")
    form.is_valid()
    return set(form.errors)


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({}, set()),
        ({"sort": "reprinted"}, {"source", "original"}),
        ({"original": "没有网址"}, {"original"}),
        ({"old_address": "news/1.html"}, {"old_address"}),
        ({"old_address": "http://edu.example.org/news/1.html?id=2"}, set()),
        ({"tags": "一 二 三 四 五 六 七 八 九"}, {"tags"}),
        ({"happened": "2999-01-01"}, {"happened"}),
        ({"channel": "没有的频道"}, {"channel"}),
        ({"title": ""}, {"title"}),
        ({"body": ""}, {"body"}),
    ],
)
def test_what_the_form_refuses(office: SimpleNamespace, typed: dict[str, Any], wrong: set[str]):
    assert _wrong(office, **typed) == wrong


def test_a_schedule_in_the_past_or_backwards_is_refused(office: SimpleNamespace):
    case = approved(office)
    move = MOVES[ArticleState.APPROVED]["schedule"]
    typed = {"up_at": "2020-01-01T08:00", "down_at": "2019-01-01T08:00"}
    form = ArticleMoveForm(typed, instance=case, move=move, actor=office.alice)
    assert set(form.errors) == {"up_at", "down_at"}
