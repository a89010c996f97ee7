"""Documents on their way out at the desk: each page and button for those who may, and for nobody else."""

from dataclasses import replace
from io import BytesIO
from types import SimpleNamespace

import pytest
from django.urls import reverse
from pypdf import PdfReader

from tests.desk.conftest import Desk
from tests.records.cast import make_cast, member
from tests.summaries.issuing import PASSWORD, again, frozen, issued, record, written
from youju.indicators import catalogue
from youju.indicators.catalogue import indicators
from youju.indicators.indicator import Text
from youju.orgs.members import Role, RoleGrant
from youju.orgs.units import Unit
from youju.records.heads.attachments import Attachment, Grade
from youju.records.heads.sections import Section
from youju.records.verbs.record_verbs import record_void
from youju.summaries.drafts.commenting import comment_add, comment_resolve
from youju.summaries.drafts.documents import Document
from youju.summaries.issuing import firmness
from youju.summaries.issuing.acts import ACTS
from youju.summaries.issuing.heads import heads_of
from youju.summaries.issuing.verbs import standing_edition


@pytest.fixture
def cast(db: None) -> SimpleNamespace:
    found = make_cast()
    found.sam = member("sam", found.county, Role.SIGNER)
    return found


def act(document: Document, code: str) -> str:
    return reverse("document-act", args=[document.ref, code])


def pages(document: Document) -> list[str]:
    ref = document.ref
    return [
        reverse("edition", args=[ref]), reverse("edition-numbered", args=[ref, 1]),
        reverse("question-card", args=[ref]), reverse("edition-file", args=[ref, 1, "md"]),
        reverse("question-card-file", args=[ref]),
    ]  # fmt: skip


def test_liaisons_and_administrators_find_nothing(cast: SimpleNamespace, desk: Desk) -> None:
    record(cast)
    document = frozen(cast)
    for who in (cast.bob, cast.charlie, cast.eve):
        client = desk(who)
        assert [client.get(page).status_code for page in pages(document)] == [404] * 5
        for one in ACTS:
            assert client.get(act(document, one.code)).status_code == 404
            assert client.post(act(document, one.code), {"reason": "x"}).status_code == 404


def test_an_auditor_reads_and_does_nothing(cast: SimpleNamespace, desk: Desk) -> None:
    record(cast)
    document = frozen(cast)
    client = desk(cast.dora)
    assert [client.get(page).status_code for page in pages(document)] == [200] * 5
    assert "/acts/" not in client.get(pages(document)[0]).text
    for one in ACTS:
        assert client.get(act(document, one.code)).status_code == 403
        assert client.post(act(document, one.code), {"reason": "x"}).status_code == 403


def test_every_page_of_it_leads_back_to_the_document(cast: SimpleNamespace, desk: Desk) -> None:
    record(cast)
    document = frozen(cast)
    back = f'href="{reverse("document", args=[document.ref])}"'
    for page in (*pages(document)[:3], act(document, "withdraw")):
        shown = desk(cast.alice).get(page).text
        assert back in shown and reverse("newest-summary") not in shown


def test_the_card_of_what_was_taken_back_is_that_of_the_draft(cast: SimpleNamespace, desk: Desk) -> None:
    record(cast)
    document = frozen(cast)
    card = reverse("question-card", args=[document.ref])
    assert "edition 1, frozen" in desk(cast.alice).get(card).text
    desk(cast.alice).post(act(document, "withdraw"), {"reason": "漏了一段"})
    assert "a draft, as the ledger stands now" in desk(cast.alice).get(card).text


def test_a_draft_that_is_not_sound_says_so_line_by_line(cast: SimpleNamespace, desk: Desk) -> None:
    record(cast)
    document = written(cast, "参加{{exam.candidates}}。\n\n共办15场。")
    page = desk(cast.alice).get(reverse("edition", args=[document.ref]), follow=True)
    assert "15场" in page.text and 'class="btn btn-primary">Freeze' not in page.text
    answer = desk(cast.alice).post(act(document, "freeze"))
    assert answer.status_code == 422 and "15场" in answer.text
    assert again(document).state == "draft"


def test_the_signer_is_led_from_the_first_screen_to_the_signature(cast: SimpleNamespace, desk: Desk) -> None:
    record(cast)
    document = frozen(cast)
    client = desk(cast.sam)
    assert pages(document)[0] in client.get(reverse("workbench")).text
    seen = {"digest": standing_edition(document).digest}
    assert seen["digest"] in client.get(pages(document)[0]).text
    wrong = client.post(act(document, "sign"), seen | {"proof": "guessed"})
    assert wrong.status_code == 422 and "guessed" not in wrong.text and again(document).state == "frozen"
    other = client.post(act(document, "sign"), {"digest": "0" * 64, "proof": PASSWORD})
    assert other.status_code == 409 and again(document).state == "frozen"
    assert "signed" in client.post(act(document, "sign"), seen | {"proof": PASSWORD}, follow=True).text
    assert again(document).state == "signed"


def test_who_drafted_is_told_that_another_signs(cast: SimpleNamespace, desk: Desk) -> None:
    record(cast)
    una = member("una", cast.county, Role.SIGNER, Role.OFFICER)
    cast.alice, alice = una, cast.alice
    document = frozen(cast)
    cast.alice = alice
    client = desk(una)
    assert "another signing leader" in client.get(pages(document)[0]).text
    answer = client.post(act(document, "sign"), {"digest": standing_edition(document).digest, "proof": PASSWORD})
    assert answer.status_code == 403 and again(document).state == "frozen"
    assert "for you to sign" not in client.get(reverse("workbench")).text


def test_an_act_out_of_its_state_is_refused_with_a_sentence(cast: SimpleNamespace, desk: Desk) -> None:
    record(cast)
    document = frozen(cast)
    for answer in (desk(cast.alice).get(act(document, "issue")), desk(cast.alice).post(act(document, "issue"))):
        assert answer.status_code == 409 and "is done only while" in answer.text


def test_unknown_acts_and_editions_are_not_found(cast: SimpleNamespace, desk: Desk) -> None:
    record(cast)
    document = frozen(cast)
    client = desk(cast.alice)
    assert client.get(act(document, "burn")).status_code == 404
    for number in (2, 10**6, 10**18):
        assert client.get(reverse("edition-numbered", args=[document.ref, number])).status_code == 404
    assert client.get(reverse("edition-file", args=[document.ref, 1, "exe"])).status_code == 404


def test_a_record_says_which_figures_rest_on_it_to_those_who_read_the_document(
    cast: SimpleNamespace, desk: Desk
) -> None:
    first = record(cast)
    issued(cast)
    page = reverse("record", args=[first.ref])
    assert "Figures that rest on it: 1, in 1 document" in desk(cast.alice).get(page).text
    assert "rest on it" not in desk(cast.bob).get(page).text


def test_the_first_screen_and_the_page_say_what_is_wrong(cast: SimpleNamespace, desk: Desk) -> None:
    first = record(cast)
    record(cast, 5)
    document = issued(cast)
    later = record(cast, 2)
    draft_it = act(document, "correct")
    read_at = (pages(document)[0], reverse("document", args=[document.ref]))
    assert not any(draft_it in desk(cast.alice).get(page).text for page in read_at)
    record_void(record=first, reason="重复", actor=cast.alice)
    assert all(draft_it in desk(cast.alice).get(page).text for page in read_at)
    for who in (cast.alice, cast.sam):
        assert "needs an erratum" in desk(who).get(reverse("workbench")).text
    page = desk(cast.dora).get(pages(document)[0]).text
    assert "22人" in page and "7人" in page and later.title in page and "Verified later" in page
    desk(cast.alice).post(draft_it)
    assert "needs an erratum" not in desk(cast.alice).get(reverse("workbench")).text
    assert desk(cast.alice).post(draft_it).status_code == 409
    assert draft_it not in desk(cast.alice).get(pages(document)[0]).text


def test_the_card_names_the_weakest_figure(cast: SimpleNamespace, desk: Desk) -> None:
    record(cast)
    page = desk(cast.sam).get(pages(frozen(cast))[2]).text
    assert "12次" in page and "会议记录" in page and "no file" in page
    paper = desk(cast.sam).get(pages(Document.objects.get())[4])
    (leaf,) = PdfReader(BytesIO(paper.content)).pages
    assert "12次" in leaf.extract_text() and "会议记录" in leaf.extract_text()
    bare = desk(cast.sam).get(pages(written(cast, "参加{{exam.candidates}}。"))[2]).text
    assert "Of 1 records behind it 1 are without evidence" in bare


def test_whoever_freezes_is_told_of_comments_that_are_not_settled(cast: SimpleNamespace, desk: Desk) -> None:
    record(cast)
    document = written(cast)
    asked = "1 comment is not settled yet."
    assert asked not in desk(cast.alice).get(act(document, "freeze")).text
    comment = comment_add(section=document.sections[0], quote="", text="请核对", actor=cast.alice)
    assert asked in desk(cast.alice).get(act(document, "freeze")).text
    comment_resolve(comment=comment, actor=cast.alice)
    assert asked not in desk(cast.alice).get(act(document, "freeze")).text


def test_a_text_is_signed_by_the_office_in_full_and_headings_name_it(cast: SimpleNamespace) -> None:
    Unit.objects.filter(pk=cast.county.pk).update(name="青禾县教育局", short_name="青禾县")
    cast.county.refresh_from_db()
    record(cast)
    document = frozen(cast)
    assert heads_of(standing_edition(document), "").issuer == "青禾县教育局"
    assert document.sections[0].heading == "青禾县教育局2025年工作总结"


def test_the_card_does_not_name_files_of_records_that_are_not_open_to_the_reader(
    cast: SimpleNamespace, desk: Desk
) -> None:
    row = record(cast)
    link = {"link": "https://example.org/a", "name": "小明的获奖证书", "grade": Grade.THIRD_PARTY}
    Attachment.objects.create(record_ref=row.ref, added_by=cast.bob, **link)
    document = frozen(cast)
    assert "小明的获奖证书" in desk(cast.alice).get(pages(document)[2]).text
    RoleGrant.objects.filter(member=cast.sam).update(sections=[next(each for each in Section if each != row.section)])
    page = desk(cast.sam).get(pages(document)[2]).text
    assert "小明的获奖证书" not in page and "not open to you" in page


def test_the_card_says_that_there_is_evidence_of_which_it_names_none(
    cast: SimpleNamespace, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = {"link": "https://example.org/a", "name": "来信人的材料", "grade": Grade.THIRD_PARTY}
    Attachment.objects.create(record_ref=record(cast).ref, added_by=cast.bob, **link)
    monkeypatch.setattr(firmness, "_confidential", set)
    document = frozen(cast)
    page = desk(cast.alice).get(pages(document)[2]).text
    assert "on file, not named here" in page and "来信人的材料" not in page and "no file" not in page


def test_what_counts_otherwise_and_prints_the_same_is_shown_as_such(
    cast: SimpleNamespace, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    record(cast)
    document = issued(cast)
    built_in = dict(indicators.__globals__["built_in"]())
    one, counts = built_in["exam.candidates"], Text("报名并到考的人数", "Those who sat it")
    other = replace(one, card=replace(one.card, counts=counts))
    monkeypatch.setattr(catalogue, "built_in", lambda: {**built_in, "exam.candidates": other})
    monkeypatch.setattr(catalogue, "revision", lambda: ("changed",))
    page = desk(cast.alice).get(pages(document)[0]).text
    assert "prints the same" in page and "Today: Those who sat it" in page
    assert "no longer holds" not in page
