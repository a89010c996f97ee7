"""Issued summaries on the site: only what was put there, each figure opened, of evidence only what was released."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.test import Client

from tests.portal.test_files import beside
from tests.records.cast import member
from tests.records.reviews.surveys import answer, codes, moved, opened
from tests.summaries.issuing import frozen, issued, record
from youju.errors import NotAllowed
from youju.orgs.members import Role
from youju.records.heads.record import Record
from youju.records.verbs.released import evidence_release
from youju.summaries.drafts.documents import Document
from youju.summaries.issuing.disclosing import NotIssuedYet, edition_disclose, edition_withhold


@pytest.fixture
def cast(office: SimpleNamespace) -> SimpleNamespace:
    office.sam = member("sam", office.county, Role.SIGNER)
    return office


def put(cast: SimpleNamespace) -> tuple[Document, Record]:
    """A document that is issued and on the site, and the record behind its figure."""
    behind = record(cast)
    document = issued(cast)
    edition_disclose(document=document, actor=cast.alice)
    return document, behind


def test_what_is_issued_is_on_the_site_only_once_it_was_put_there(cast: SimpleNamespace, reader: Client):
    record(cast)
    document = issued(cast)
    address = f"/site/summary/{document.ref}/"
    assert reader.get(address).status_code == 404
    assert "/site/summaries/" not in reader.get("/site/").text
    edition_disclose(document=document, actor=cast.alice)
    assert reader.get(address).status_code == 200
    assert document.title in reader.get("/site/summaries/").text
    assert "/site/summaries/" in reader.get("/site/").text
    edition_withhold(document=document, actor=cast.alice)
    assert reader.get(address).status_code == 404


def test_what_is_not_issued_cannot_be_put_there_and_not_by_everybody(cast: SimpleNamespace):
    record(cast)
    document = frozen(cast)
    with pytest.raises(NotIssuedYet):
        edition_disclose(document=document, actor=cast.alice)
    for who in (cast.bob, cast.charlie, cast.dora, cast.sam):
        with pytest.raises(NotAllowed):
            edition_disclose(document=document, actor=who)


def test_the_lobby_screen_says_of_which_text_its_figures_are(cast: SimpleNamespace, reader: Client):
    document, _behind = put(cast)
    assert f'<p class="source">{document.title}</p>' in reader.get("/screen").text


def test_each_figure_of_the_text_opens(cast: SimpleNamespace, reader: Client):
    document, _behind = put(cast)
    page = reader.get(f"/site/summary/{document.ref}/").text
    places = document.editions.get().figures.count()
    assert places
    for place in range(places):
        address = f"/site/summary/{document.ref}/figure/{place}/"
        assert address in page
        opened = reader.get(address)
        assert opened.status_code == 200 and document.editions.get().figures.get(place=place).printed in opened.text
    for beyond in (places, 2**40):
        assert reader.get(f"/site/summary/{document.ref}/figure/{beyond}/").status_code == 404


def test_of_evidence_only_what_was_released_is_there(cast: SimpleNamespace, reader: Client):
    document, behind = put(cast)
    shown, kept = beside(behind, cast.bob, "现场.jpg"), beside(behind, cast.bob, "名册.txt")
    address = f"/site/summary/{document.ref}/figure/0/"
    assert "现场.jpg" not in reader.get(address).text
    evidence_release(head=behind, attachment=shown, actor=cast.alice)
    page = reader.get(address).text
    assert "现场.jpg" in page and "名册.txt" not in page
    assert behind.title not in page and cast.bob.name not in page.partition("<main")[2]
    assert reader.get(f"{address}file/{shown.pk}/").status_code == 200
    assert reader.get(f"{address}file/{kept.pk}/").status_code == 404


def test_satisfaction_stands_on_the_site_with_number_rate_and_method(cast: SimpleNamespace, reader: Client):
    survey = opened(cast)
    given = codes(survey, cast.bob, hill=10)
    answer(given[:8])
    moved(survey, "close", cast.bob)
    document = issued(cast, "# 总结\n\n社会对教育满意度{{reviews.satisfaction}}。\n")
    edition_disclose(document=document, actor=cast.alice)
    told = "满意度测评答卷 8份 · 测评表回收率 80.00% · 不记名扫码、纸质测评"
    chinese = {"accept-language": "zh-hans"}
    for address in (f"/site/summary/{document.ref}/figure/0/", "/screen"):
        assert told in reader.get(address, headers=chinese).text, address
