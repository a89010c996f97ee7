"""A Word file that comes back to its document: its changes are listed, and taken over or left by a person."""

from io import BytesIO
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import FileResponse
from django.test import Client
from django.urls import reverse
from docx import Document as Docx
from docx.oxml.ns import qn

from tests.desk.conftest import Desk
from tests.records.cast import noted
from tests.summaries.issuing import again, frozen, record, written
from youju.summaries.binding.build import build
from youju.summaries.drafts import returned
from youju.summaries.drafts.documents import Document, SectionVersion

TEXT = (
    "# {{unit}}{{year}}年工作总结\n\n开头写在这里。\n\n## 一、考试\n\n参加高考{{exam.candidates}}。人人参加。"
    "走访{{手填 12次 | 未入台账 | 会议记录 | 局办公室}}。\n\n## 二、其他\n\n稳步推进。\n"
)
WHY = {"reason": "来文更正", "source": "招办来函", "asked_by": "王主任"}
MARKED = "{{手填 19人 | 来文更正 | 招办来函 | 王主任}}"
CHANGES = {"17人": "19人", "。人人参加。走访": "。多数人参加。走访", "稳步推进。": "稳步推进。新添的话。"}


@pytest.fixture
def document(cast: SimpleNamespace) -> Document:
    """The bureau's text with 17 candidates, in three sections."""
    record(cast)
    return written(cast, TEXT)


def page(document: Document) -> str:
    return reverse("document-returned", args=[document.ref])


def changed(client: Client, document: Document, changes: dict[str, str]) -> SimpleUploadedFile:
    """The document as it is downloaded, with letters changed in the places where they stand alone in a run."""
    answer = client.get(reverse("document-file", args=[document.ref, "docx"]))
    assert isinstance(answer, FileResponse)
    file, left = Docx(BytesIO(b"".join(answer))), dict(changes)
    for letters in file.element.body.iter(qn("w:t")):
        letters.text = left.pop(letters.text, letters.text)
    assert not left
    out = BytesIO()
    file.save(out)
    return SimpleUploadedFile("总结.docx", out.getvalue())


def read(client: Client, document: Document, changes: dict[str, str]) -> tuple[str, dict[str, str]]:
    """The page of the changes, and the numbers of those that can be ticked, by what came back."""
    shown = client.post(page(document), {"file": changed(client, document, changes)}).text
    rows = BeautifulSoup(shown, "html.parser").select("tbody tr")
    ticks = {row.select("td")[3].get_text(strip=True): row.select_one("input[name=take]") for row in rows}
    return shown, {after: str(tick["value"]) for after, tick in ticks.items() if tick}


def packed(shown: str) -> str:
    (field,) = BeautifulSoup(shown, "html.parser").select("input[name=read]")
    return str(field["value"])


def test_every_change_is_listed_and_nothing_is_written(cast: SimpleNamespace, desk: Desk, document: Document):
    before = noted()
    shown, ticks = read(desk(cast.alice), document, CHANGES)
    assert set(ticks) == {"19人", "多数人参加。", "新添的话。"}
    assert "newly written" in shown and "write it by hand" not in shown
    assert again(document).text == document.text
    assert noted() == before


def test_a_figure_is_taken_over_as_typed_by_hand_and_a_sentence_as_text(
    cast: SimpleNamespace, desk: Desk, document: Document
):
    alice = desk(cast.alice)
    shown, ticks = read(alice, document, CHANGES)
    answer = alice.post(page(document), {"read": packed(shown), "take": list(ticks.values()), **WHY}, follow=True)
    assert "Changes taken over: 3." in answer.text and again(document).sections[2].text.endswith("稳步推进。新添的话。")
    assert f"参加高考{MARKED}。多数人参加。走访{{{{手填 12次" in again(document).text
    section = again(document).sections[1]
    assert (section.version, section.versions.get(number=2).how) == (2, SectionVersion.How.RETURNED)
    assert [each.version for each in again(document).sections] == [1, 2, 2]
    built = build(unit=document.unit, period=document.about, template=again(document).text)
    assert [span.text for span in built.by_hand] == ["19人", "12次"]


def test_what_is_not_ticked_is_left(cast: SimpleNamespace, desk: Desk, document: Document):
    alice = desk(cast.alice)
    shown, ticks = read(alice, document, CHANGES)
    alice.post(page(document), {"read": packed(shown), "take": ticks["多数人参加。"]})
    assert "{{exam.candidates}}。多数人参加。" in again(document).text
    alice.post(page(document), {"read": packed(shown)})
    assert again(document).sections[1].version == 2


def test_a_figure_without_who_asked_is_not_taken_over(cast: SimpleNamespace, desk: Desk, document: Document):
    alice = desk(cast.alice)
    shown, ticks = read(alice, document, CHANGES)
    answer = alice.post(page(document), {"read": packed(shown), "take": ticks["19人"], **WHY, "asked_by": " "})
    assert answer.status_code == 422 and "招办来函" in answer.text
    assert str(BeautifulSoup(answer.text, "html.parser").select_one("input[checked]")["value"]) == ticks["19人"]  # type: ignore[index]  # one is ticked
    assert again(document).text == document.text


def test_a_sentence_that_was_written_anew_meanwhile_is_not_written_over(
    cast: SimpleNamespace, desk: Desk, document: Document
):
    alice = desk(cast.alice)
    shown, ticks = read(alice, document, CHANGES)
    edit = reverse("section-edit", args=[document.ref, document.sections[1].pk])
    alice.post(edit, {"text": "## 一、考试\n\n都在参加。", "version": 1, "then": "save"})
    answer = alice.post(page(document), {"read": packed(shown), "take": ticks["多数人参加。"]}, follow=True)
    assert "Not taken over, write it by hand: 多数人参加。" in answer.text
    assert again(document).sections[1].text == "## 一、考试\n\n都在参加。"


def test_what_comes_back_altered_is_read_again(cast: SimpleNamespace, desk: Desk, document: Document):
    alice = desk(cast.alice)
    shown, _ticks = read(alice, document, CHANGES)
    answer = alice.post(page(document), {"read": f"{packed(shown)}x", "take": "0"}, follow=True)
    assert "Choose the file again" in answer.text and again(document).text == document.text
    other = written(cast, TEXT)
    answer = alice.post(page(other), {"read": packed(shown), "take": "0"}, follow=True)
    assert "Choose the file again" in answer.text and again(other).text == other.text


def test_an_unchanged_file_says_so(cast: SimpleNamespace, desk: Desk, document: Document):
    assert "Nothing was changed by hand." in read(desk(cast.alice), document, {})[0]


def test_the_file_of_another_unit_or_period_is_refused(cast: SimpleNamespace, desk: Desk, document: Document):
    alice = desk(cast.alice)
    file = changed(alice, document, {})
    Document.objects.filter(pk=document.pk).update(period="2024")
    answer = alice.post(page(document), {"file": file})
    assert answer.status_code == 422 and "2024" in answer.text


def test_a_file_that_was_written_anew_is_not_ticked_through(
    cast: SimpleNamespace, desk: Desk, document: Document, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(returned, "MOST", 2)
    alice = desk(cast.alice)
    answer = alice.post(page(document), {"file": changed(alice, document, CHANGES)})
    assert answer.status_code == 422 and "changed in 3 places" in answer.text


def test_what_is_frozen_takes_nothing_over(cast: SimpleNamespace, desk: Desk):
    record(cast)
    document = frozen(cast)
    assert desk(cast.alice).get(page(document)).status_code == 409
    assert page(document) not in desk(cast.alice).get(reverse("document", args=[document.ref])).text


@pytest.mark.parametrize(("who", "status"), [("dora", 403), ("bob", 404), ("charlie", 404), ("eve", 404)])
def test_who_does_not_write_it_reads_none(
    cast: SimpleNamespace, desk: Desk, document: Document, who: str, status: int
):  # fmt: skip
    client = desk(getattr(cast, who))
    assert client.get(page(document)).status_code == status
    assert client.post(page(document), {"read": "x", "take": "0"}).status_code == status
    assert again(document).text == document.text


def test_a_figure_is_taken_over_beside_one_that_nobody_bound_yet(cast: SimpleNamespace, desk: Desk):
    record(cast)
    draft = written(cast, "# 总结\n\n参加高考{{exam.candidates}}，走访15次，{{待写 补充做法}}。\n")
    alice = desk(cast.alice)
    shown, ticks = read(alice, draft, {"17人": "19人"})
    alice.post(page(draft), {"read": packed(shown), "take": list(ticks.values()), **WHY})
    assert f"参加高考{MARKED}，走访15次，{{{{待写 补充做法}}}}。" in again(draft).text
