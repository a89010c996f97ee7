"""A writer without an account: one manuscript behind a one-time link, with pictures and consents, and nothing else."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from tests.desk.conftest import Desk
from tests.portal.site import make_office, moved
from tests.portal.test_files import photo
from tests.records.cast import DAY
from tests.weights import PUBLIC_BYTES, weight
from youju.clockwork.housekeeping import clear_tickets
from youju.errors import NotAllowed
from youju.lib import clock
from youju.orgs.tickets import Purpose, Ticket
from youju.records.alerts import Alert
from youju.records.case_rights import open_moves
from youju.records.heads.attachments import Attachment, attachments_of
from youju.records.heads.evidence_roles import EvidenceRole
from youju.records.heads.releases import Release
from youju.records.publicity.article.commission import Commission, CommissionPicture
from youju.records.publicity.article.errors import WriterOutside
from youju.records.publicity.article.models import Article, ArticleState
from youju.records.publicity.article.sample import sample
from youju.records.publicity.channel.models import Channel
from youju.records.verbs.commission_verbs import commission_make
from youju.records.verbs.record_begin import record_begin_after
from youju.records.verbs.released import NotForThePublic, evidence_release

TEXT = {"title": "看校园足球的一天", "byline": "于先生", "body": "清晨六点，操场上已经有人。"}


@pytest.fixture
def office(db: None) -> SimpleNamespace:
    office = make_office()
    sample(office.hill, DAY)  # writes the channel
    return office


@pytest.fixture
def guest(office: SimpleNamespace) -> SimpleNamespace:
    """A browser without an account, and the link it was given. office: the cast."""
    expires = clock.now() + timedelta(days=14)
    made, code = commission_make(
        writer="于先生", about="写一写校园足球", channel=Channel.objects.get(), expires=expires, actor=office.alice
    )
    return SimpleNamespace(
        browser=Client(headers={"accept-language": "en"}), code=code, page=reverse("ticket", args=[code]), made=made,
        office=office,
    )  # fmt: skip


def picture(name: str = "球场.jpg", **said: Any) -> dict[str, Any]:
    content = SimpleUploadedFile(name, photo().read(), "image/jpeg")
    return TEXT | {"picture": content, "caption": "清晨的球场", "shown": "nobody", "add": "1"} | said


def consent() -> SimpleUploadedFile:
    return SimpleUploadedFile("同意书.txt", "家长同意公开。".encode(), "text/plain")


def article() -> Article:
    found: Article = Article.objects.get()
    return found


def test_an_officer_makes_the_link_and_it_is_shown_once(office: SimpleNamespace, desk: Desk):
    page, form = (
        reverse("commissions"),
        {"writer": "于先生", "about": "", "days": 7, "channel": Channel.objects.get().pk},
    )
    shown = desk(office.alice).post(page, form).text
    assert "/t/" in shown
    assert "/t/" not in desk(office.alice).get(page).text
    assert "于先生" in desk(office.alice).get(page).text


@pytest.mark.parametrize("who", ["bob", "charlie", "dora", "eve"])
def test_nobody_else_makes_or_takes_back_one(guest: SimpleNamespace, desk: Desk, who: str):
    other = getattr(guest.office, who)
    assert desk(other).get(reverse("commissions")).status_code == 403
    assert desk(other).post(reverse("commission-back", args=[guest.made.pk])).status_code == 403
    with pytest.raises(NotAllowed):
        commission_make(writer="甲", about="", channel=Channel.objects.get(), expires=clock.now(), actor=other)


def test_it_is_written_looked_over_and_handed_in_once(guest: SimpleNamespace):
    first = guest.browser.get(guest.page).text
    assert "写一写校园足球" in first and weight(first) < PUBLIC_BYTES
    assert guest.browser.post(guest.page, TEXT | {"look": "1"}).headers["Location"].endswith("?look=1")
    assert TEXT["body"] in guest.browser.get(f"{guest.page}?look=1").text
    assert not Article.objects.exists()
    assert TEXT["title"] in guest.browser.post(guest.page, {"hand-in": "1"}).text
    case = article()
    assert (case.title, case.byline, case.sort, case.unit) == (
        TEXT["title"], "于先生", "contributed", guest.office.county,
    )  # fmt: skip
    assert case.state == ArticleState.MANUSCRIPT
    for answer in (guest.browser.get(guest.page), guest.browser.post(guest.page, {"hand-in": "1"})):
        assert answer.status_code == 404
    assert Article.objects.count() == 1
    assert Alert.objects.filter(member=guest.office.alice, target=case.ref).exists()


def test_nothing_but_the_page_opens(guest: SimpleNamespace):
    guest.browser.get(guest.page)
    for address in ("/", reverse("cases-of", args=["article"]), reverse("case", args=[guest.made.ref])):
        answer = guest.browser.get(address)
        assert answer.status_code == 302 and "login" in answer.headers["Location"]


def test_what_was_written_is_kept_and_found_again(guest: SimpleNamespace):
    guest.browser.post(guest.page, TEXT | {"keep": "1"})
    assert TEXT["body"] in Client().get(guest.page).text  # on another machine
    assert not Article.objects.exists()


def test_a_refused_picture_costs_nobody_their_text(guest: SimpleNamespace):
    answer = guest.browser.post(guest.page, picture("球场.jpg", picture=SimpleUploadedFile("a.jpg", b"no picture")))
    assert answer.status_code == 422
    assert TEXT["body"] in answer.text
    assert Commission.objects.get().body == TEXT["body"]


def test_who_can_be_recognised_agreed_on_paper(guest: SimpleNamespace):
    answer = guest.browser.post(guest.page, picture(shown="agreed"))
    assert answer.status_code == 422
    assert escape("written consent") in answer.text
    assert not CommissionPicture.objects.exists()
    guest.browser.post(guest.page, picture(shown="agreed", paper=consent()))
    assert CommissionPicture.objects.get().paper_name == "同意书.txt"


def test_pictures_and_consents_lie_beside_the_article_and_are_not_public(guest: SimpleNamespace):
    guest.browser.post(guest.page, picture(shown="agreed", paper=consent()))
    guest.browser.post(guest.page, {"hand-in": "1"})
    case = article()
    shot, paper = attachments_of([case.ref])[case.ref]
    assert (shot.role, paper.role) == (EvidenceRole.PHOTO, EvidenceRole.CONSENT)
    assert "清晨的球场" in shot.note and shot.name in paper.note
    assert "![清晨的球场](球场.jpg)" in case.body
    assert not Release.objects.exists()
    with pytest.raises(NotForThePublic):
        evidence_release(head=case, attachment=paper, actor=guest.office.alice)


def test_a_picture_is_seen_by_its_writer_without_the_notes_of_the_camera(guest: SimpleNamespace):
    guest.browser.post(guest.page, picture())
    answer = guest.browser.get(f"{guest.page}?picture={CommissionPicture.objects.get().pk}")
    assert answer["Content-Type"] == "image/jpeg" and b"SecretCamera" not in answer.content
    assert guest.browser.get(f"{guest.page}?picture=99999").status_code == 404


def test_a_picture_of_another_manuscript_is_not_had(guest: SimpleNamespace):
    guest.browser.post(guest.page, picture())
    _other, code = commission_make(
        writer="乙",
        about="",
        channel=Channel.objects.get(),
        expires=clock.now() + timedelta(1),
        actor=guest.office.alice,
    )
    theirs = reverse("ticket", args=[code])
    assert guest.browser.get(f"{theirs}?picture={CommissionPicture.objects.get().pk}").status_code == 404
    assert guest.browser.post(theirs, TEXT | {"drop": str(CommissionPicture.objects.get().pk)}).status_code == 404
    assert CommissionPicture.objects.exists()


def test_a_picture_is_taken_off(guest: SimpleNamespace):
    guest.browser.post(guest.page, picture())
    guest.browser.post(guest.page, TEXT | {"drop": str(CommissionPicture.objects.get().pk)})
    guest.browser.post(guest.page, {"hand-in": "1"})
    assert not Attachment.objects.exists()


def test_without_title_or_text_it_is_not_handed_in(guest: SimpleNamespace):
    guest.browser.post(guest.page, TEXT | {"body": "", "keep": "1"})
    assert guest.browser.post(guest.page, TEXT | {"body": "", "look": "1"}).status_code == 422
    assert guest.browser.post(guest.page, {"hand-in": "1"}).status_code == 422
    assert not Article.objects.exists()
    assert guest.browser.get(guest.page).status_code == 200


def test_taken_back_the_link_is_closed_and_the_text_deleted(guest: SimpleNamespace, desk: Desk):
    guest.browser.post(guest.page, picture())
    desk(guest.office.alice).post(reverse("commission-back", args=[guest.made.pk]))
    assert guest.browser.get(guest.page).status_code == 404
    assert (Commission.objects.get().body, CommissionPicture.objects.count()) == ("", 0)
    assert Ticket.objects.get(purpose=Purpose.GUEST).uses_left == 0


def test_what_was_never_handed_in_is_deleted_once_the_link_is_closed(guest: SimpleNamespace):
    guest.browser.post(guest.page, picture())
    clear_tickets("")
    assert Commission.objects.get().body
    with time_machine.travel(guest.made.expires, tick=False):
        assert guest.browser.get(guest.page).status_code == 404
        clear_tickets("")
    assert (Commission.objects.get().body, CommissionPicture.objects.count()) == ("", 0)


def test_an_editor_cannot_send_it_back_to_nobody(guest: SimpleNamespace):
    guest.browser.post(guest.page, TEXT | {"keep": "1"})
    guest.browser.post(guest.page, {"hand-in": "1"})
    case = article()
    assert "send-back" not in open_moves(guest.office.alice, case)
    with pytest.raises(WriterOutside):
        moved(case, "send-back", guest.office.alice)
    for action, who in (("edit", "alice"), ("first", "olga"), ("second", "otto")):
        case = moved(
            case, action, getattr(guest.office, who), **({"proofreaders": "宣传组"} if action == "edit" else {})
        )
    case = moved(moved(case, "final", guest.office.odile), "publish", guest.office.alice)
    assert TEXT["body"] in guest.browser.get(f"/site/article/{case.ref}/").text
    begun = record_begin_after(case=case, action="publish")
    assert begun is not None and begun.author == guest.office.alice  # who asked for it hands in what counts


def test_a_script_in_it_stays_words(guest: SimpleNamespace):
    guest.browser.post(guest.page, TEXT | {"body": "<script>alert(1)</script> ![x](javascript:alert(1))", "keep": "1"})
    shown = guest.browser.get(f"{guest.page}?look=1").text
    assert "<script>alert" not in shown and 'src="javascript' not in shown


def test_a_large_body_is_refused_with_a_sentence(guest: SimpleNamespace):
    answer = guest.browser.post(guest.page, TEXT | {"body": "长" * 100_001, "keep": "1"})
    assert answer.status_code == 422
    assert BytesIO(answer.content).read().count("长".encode()) > 100_000  # nothing lost
