"""A consent that is taken back or runs out takes the article down at once, before the clockwork notes it."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.test import Client

from tests.portal.site import live, moved
from tests.portal.test_files import beside
from tests.records.cast import DAY, people
from youju.clockwork.articles import move_article, scheduled_articles
from youju.lib import clock
from youju.orgs.consents import Consent, Purpose, consent_give, consent_withdraw
from youju.records.alerts import Alert
from youju.records.heads.case import steps_of
from youju.records.publicity.article.address import article_path
from youju.records.publicity.article.errors import ConsentMissing
from youju.records.publicity.article.models import Article, ArticleState, How
from youju.records.verbs.postings import fresh
from youju.records.verbs.released import evidence_release

TITLE = "提到王一的报道"


@pytest.fixture
def shown(office: SimpleNamespace) -> SimpleNamespace:
    """A live article with a picture that shows somebody who agreed."""
    (wang,) = people(office.hill, "王一")
    given = consent_give(
        person=wang, purpose=Purpose.PUBLIC_PICTURE, by="self", on=DAY, actor=office.alice, reference="同意书1号"
    )
    case = live(office, title=TITLE, mentions=[{"person": wang, "how": How.PICTURED}])
    picture = beside(case, office.alice)
    evidence_release(head=case, attachment=picture, actor=office.alice)
    return SimpleNamespace(case=case, consent=given, picture=f"{article_path(case.ref)}picture/{picture.pk}.jpg")


def stands(reader: Client, shown: SimpleNamespace) -> list[str]:
    """The addresses under which it can still be read."""
    page = article_path(shown.case.ref)
    pages = (page, f"{page}print/", f"{page}article.pdf", shown.picture)
    lists = ("/site/", "/site/feed.xml", "/site/sitemap.xml", "/site/search/?q=王一", "/screen", "/site/tag/阅读/")
    read = [address for address in pages if reader.get(address).status_code == 200]
    return read + [each for each in lists if {TITLE, shown.case.ref} & set(_told(reader.get(each).text))]


def _told(text: str) -> list[str]:
    return [said for said in (TITLE,) if said in text] + [text[at : at + 19] for at in _refs(text)]


def _refs(text: str) -> list[int]:
    return [at for at in range(len(text)) if text.startswith("article-", at)]


def test_taken_back_it_is_read_nowhere_in_the_same_moment(
    office: SimpleNamespace, shown: SimpleNamespace, reader: Client
):
    before = stands(reader, shown)
    assert {"/site/", "/site/feed.xml", shown.picture} <= set(before)
    consent_withdraw(consent=shown.consent, actor=office.alice)
    assert stands(reader, shown) == []


def test_run_out_it_is_read_no_more_the_next_day(shown: SimpleNamespace, reader: Client):
    today = clock.today()
    Consent.objects.update(until=today)
    assert article_path(shown.case.ref) in stands(reader, shown)
    with clock.at(clock.end_of(today)):
        assert stands(reader, shown) == []


def test_the_clockwork_notes_it_with_its_reason_and_tells_who_passed_it(
    office: SimpleNamespace, shown: SimpleNamespace
):
    assert scheduled_articles(clock.today()) == []
    consent_withdraw(consent=shown.consent, actor=office.alice)
    (key,) = scheduled_articles(clock.today())
    assert move_article(key) == ""
    case = fresh(shown.case)
    assert (case.state, steps_of(case)[-1].action) == (ArticleState.DOWN, "consent-gone")  # type: ignore[arg-type]  # a case
    assert set(Alert.objects.filter(target=case.ref).values_list("member__username", flat=True)) >= {"bob", "odile"}
    assert scheduled_articles(clock.today()) == []


def test_it_goes_up_again_only_without_that_person_or_with_a_new_consent(
    office: SimpleNamespace, shown: SimpleNamespace, reader: Client
):
    consent_withdraw(consent=shown.consent, actor=office.alice)
    move_article(scheduled_articles(clock.today())[0])
    case = fresh(shown.case)
    assert isinstance(case, Article)
    case = moved(case, "rework", office.alice)
    case = moved(moved(case, "first", office.olga), "second", office.otto)
    with pytest.raises(ConsentMissing):
        moved(case, "final", office.odile)


def test_others_stay_where_they_are(office: SimpleNamespace, shown: SimpleNamespace, reader: Client):
    other = live(office, title="另一篇")
    consent_withdraw(consent=shown.consent, actor=office.alice)
    with clock.at(clock.now() + timedelta(minutes=1)):
        assert reader.get(article_path(other.ref)).status_code == 200
