"""Files of articles: nothing is public of itself, pictures bring no notes of the camera, the PDF is always the same."""

from __future__ import annotations

from io import BytesIO
from types import SimpleNamespace

import pytest
from django.test import Client
from PIL import Image

from tests.portal.site import live, manuscript, moved
from tests.records.cast import visits
from youju.errors import NotAllowed
from youju.evidence.folder import path_of
from youju.evidence.store import receive
from youju.gate.errors import NotThroughGate
from youju.orgs.members import Member
from youju.portal.kept import KEPT
from youju.records.heads.attachments import Attachment
from youju.records.heads.beside import put_beside
from youju.records.heads.evidence_roles import EvidenceRole
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.releases import Release
from youju.records.publicity.article.address import article_path
from youju.records.publicity.article.models import Article
from youju.records.sealing.committed import digest_post, flaws
from youju.records.verbs.attach import evidence_attach
from youju.records.verbs.released import NotForThePublic, NotVerifiedYet, evidence_release, evidence_withhold

_MAKER, _TURNED, _PLACE = 0x010F, 0x0112, 0x8825  # of a picture: who made the camera; how held; where it was taken


def photo(turned: int = 1) -> BytesIO:
    """A JPEG that says by which camera it was taken, how that was held, and where."""
    out, notes = BytesIO(), Image.Exif()
    notes[_MAKER], notes[_TURNED] = "SecretCamera", turned
    notes[_PLACE] = {1: "N", 2: (32.0, 12.0, 30.0), 3: "E", 4: (119.0, 27.0, 1.0)}
    Image.new("RGB", (1600, 1067), "teal").save(out, "JPEG", exif=notes)
    out.seek(0)
    return out


def beside(head: Ledgered, actor: Member, name: str = "长廊.jpg", role: str = "") -> Attachment:
    content = photo() if name.endswith(".jpg") else BytesIO("活动安排。".encode())
    file = receive(content=content, name=name, received_by=actor.token)
    return put_beside(head, actor=actor, file=file, name=name, role=role)


def pictured(office: SimpleNamespace) -> tuple[Article, Attachment]:
    """A live article whose text calls a picture that lies beside it."""
    case = live(office, body="长廊里书声琅琅。\n\n![读书会](长廊.jpg)")
    return case, beside(case, office.alice)


def test_a_picture_is_shown_once_it_is_released_and_no_longer_when_that_is_taken_back(
    office: SimpleNamespace, reader: Client
):
    case, attachment = pictured(office)
    address = f"{article_path(case.ref)}picture/{attachment.pk}.jpg"
    assert "<img" not in reader.get(article_path(case.ref)).text
    assert reader.get(address).status_code == 404
    evidence_release(head=case, attachment=attachment, actor=office.alice)
    assert address in reader.get(article_path(case.ref)).text
    assert address in reader.get("/site/").text
    assert reader.get(address).status_code == 200
    evidence_withhold(head=case, attachment=attachment, actor=office.alice)
    assert reader.get(address).status_code == 404
    assert address not in reader.get("/site/").text


def test_a_picture_stands_where_the_text_calls_it(office: SimpleNamespace, reader: Client):
    case = live(office, body="长廊里书声琅琅。\n\n![读书会](长廊.jpg)\n\n明天见。")
    evidence_release(head=case, attachment=beside(case, office.alice), actor=office.alice)
    page = reader.get(article_path(case.ref)).text
    assert page.index("书声琅琅。</p>") < page.index("<img") < page.index("明天见。</p>") and page.count("<img") == 1


@pytest.mark.parametrize("turned", [1, 3, 6, 8])
@pytest.mark.parametrize("body", ["书声琅琅。", "书声琅琅。\n\n![读书会](长廊.jpg)"])
def test_a_page_keeps_the_place_that_its_picture_takes(office: SimpleNamespace, reader: Client, body: str, turned: int):
    case = live(office, body=body)
    file = receive(content=photo(turned), name="长廊.jpg", received_by=office.alice.token)
    attachment = put_beside(case, actor=office.alice, file=file, name="长廊.jpg")
    evidence_release(head=case, attachment=attachment, actor=office.alice)
    answer = reader.get(f"{article_path(case.ref)}picture/{attachment.pk}.jpg")
    width, height = Image.open(BytesIO(answer.content)).size
    for page in (article_path(case.ref), f"{article_path(case.ref)}print/"):
        assert f'width="{width}" height="{height}"' in reader.get(page).text


def test_a_page_whose_picture_is_lost_is_read_without_it(office: SimpleNamespace, reader: Client):
    case, attachment = pictured(office)
    evidence_release(head=case, attachment=attachment, actor=office.alice)
    assert attachment.file is not None
    path_of(attachment.file.sha256).unlink()
    assert "书声琅琅" in reader.get(article_path(case.ref)).text


def test_a_picture_brings_no_notes_of_the_camera_and_no_page(office: SimpleNamespace, reader: Client):
    case, attachment = pictured(office)
    evidence_release(head=case, attachment=attachment, actor=office.alice)
    for _time in range(2):  # as it is made, and as it is kept
        answer = reader.get(f"{article_path(case.ref)}picture/{attachment.pk}.jpg")
        assert b"SecretCamera" not in answer.content
        assert Image.open(BytesIO(answer.content)).size == (1280, 854)
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in answer["Content-Security-Policy"]


def test_a_download_of_a_picture_brings_no_more_than_what_is_seen_on_it(office: SimpleNamespace, reader: Client):
    case, attachment = pictured(office)
    evidence_release(head=case, attachment=attachment, actor=office.alice)  # where it was taken does not hold it
    answer = reader.get(f"{article_path(case.ref)}file/{attachment.pk}/")
    assert not Image.open(BytesIO(answer.content)).getexif()
    assert answer["Content-Disposition"].startswith("attachment")


def test_the_log_knows_who_released_what_and_took_it_back(office: SimpleNamespace):
    case, attachment = pictured(office)
    evidence_release(head=case, attachment=attachment, actor=office.alice)
    digest_post(actor="console")
    assert list(flaws()) == []
    evidence_withhold(head=case, attachment=attachment, actor=office.alice)
    digest_post(actor="console")
    assert list(flaws()) == []


def test_another_file_is_a_download_alone(office: SimpleNamespace, reader: Client):
    case = live(office)
    attachment = beside(case, office.alice, name="安排.txt")
    evidence_release(head=case, attachment=attachment, actor=office.alice)
    address = f"{article_path(case.ref)}file/{attachment.pk}/"
    assert address in reader.get(article_path(case.ref)).text
    assert reader.get(address)["Content-Disposition"].startswith("attachment")


def test_files_go_with_their_article(office: SimpleNamespace, reader: Client):
    case, attachment = pictured(office)
    evidence_release(head=case, attachment=attachment, actor=office.alice)
    moved(case, "take-down", office.alice)
    for address in (f"picture/{attachment.pk}.jpg", f"file/{attachment.pk}/", "article.pdf"):
        assert reader.get(f"{article_path(case.ref)}{address}").status_code == 404


def test_a_file_is_not_had_through_another_article(office: SimpleNamespace, reader: Client):
    case, attachment = pictured(office)
    evidence_release(head=case, attachment=attachment, actor=office.alice)
    other = live(office)
    assert reader.get(f"{article_path(other.ref)}picture/{attachment.pk}.jpg").status_code == 404


def test_only_whoever_decides_releases_and_neither_lists_nor_consents(office: SimpleNamespace):
    case = manuscript(office)
    picture, names = beside(case, office.bob), beside(case, office.bob, "签到.txt", EvidenceRole.SIGN_IN)
    for actor in (office.bob, office.charlie, office.dora):
        with pytest.raises(NotAllowed):
            evidence_release(head=case, attachment=picture, actor=actor)
    with pytest.raises(NotForThePublic):
        evidence_release(head=case, attachment=names, actor=office.alice)
    assert not Release.objects.exists()


def test_evidence_of_a_record_is_released_once_it_is_verified(office: SimpleNamespace):
    record = visits(office.bob, office.hill)
    file = receive(content=photo(), name="走访.jpg", received_by=office.bob.token)
    attachment = evidence_attach(record=record, actor=office.bob, file=file, name="走访.jpg")
    with pytest.raises(NotVerifiedYet):
        evidence_release(head=record, attachment=attachment, actor=office.alice)


def test_the_gate_holds_a_file_with_an_identity_number(office: SimpleNamespace):
    case = live(office)
    content = BytesIO("王一，身份证号110101199003078515".encode())
    file = receive(content=content, name="名单.txt", received_by=office.alice.token)
    attachment = put_beside(case, actor=office.alice, file=file, name="名单.txt")
    with pytest.raises(NotThroughGate):
        evidence_release(head=case, attachment=attachment, actor=office.alice)


def test_the_gate_holds_an_article_with_an_identity_number(office: SimpleNamespace):
    with pytest.raises(NotThroughGate):
        live(office, body="联系人王一，身份证号110101199003078515。")


def test_the_pdf_of_one_text_is_always_the_same(office: SimpleNamespace, reader: Client):
    case = live(office, body="## 一、#let 不是命令\n\n正文，$数学$ 与 @引用。\n\n1. 第一\n2. 第二\n\n> 引文")
    first = reader.get(f"{article_path(case.ref)}article.pdf")
    assert first["Content-Type"] == "application/pdf" and first.content.startswith(b"%PDF")
    KEPT.clear()
    assert reader.get(f"{article_path(case.ref)}article.pdf").content == first.content
