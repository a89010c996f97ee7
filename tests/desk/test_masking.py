"""Texts without names at the desk: what is shown, what may be left out as well, the file, and who is refused."""

from types import SimpleNamespace

import pytest
from django.test import Client

from tests.summaries.issuing import frozen, record
from youju.lib.periods import Period
from youju.summaries.drafts.documents import Document
from youju.summaries.drafts.genres import get_genre
from youju.summaries.drafts.verbs import document_begin

pytestmark = pytest.mark.django_db

TEXT = "云溪县教育局2024年总结\n\n6月28日，青山小学获全市第一名，参加12人。"
PAGE = "/summaries/mask/"


def test_it_shows_the_text_without_names_and_what_remains(cast: SimpleNamespace, client: Client) -> None:
    client.force_login(cast.alice)
    page = client.post(PAGE, {"text": TEXT}).content.decode()
    assert "<mark>XX县</mark>教育局<mark>20_</mark>年总结" in page
    assert "<mark>A小学</mark>获全市第一名，参加12人" in page
    assert 'value="6月28日"' in page and 'value="第一名"' in page


def test_what_is_ticked_is_left_out_as_well(cast: SimpleNamespace, client: Client) -> None:
    client.force_login(cast.alice)
    page = client.post(PAGE, {"text": TEXT, "also": ["6月28日", "第一名"]}).content.decode()
    assert "<mark>X月X日</mark>，<mark>A小学</mark>获全市<mark>XX</mark>" in page


@pytest.mark.parametrize("ending", ["md", "html", "docx", "pdf"])
def test_it_is_taken_along_as_a_file_without_names(cast: SimpleNamespace, client: Client, ending: str) -> None:
    client.force_login(cast.alice)
    answer = client.post(PAGE, {"text": TEXT, "file": ending})
    content = b"".join(answer.streaming_content)  # type: ignore[attr-defined]  # a FileResponse
    assert f'filename="masked.{ending}"' in answer["Content-Disposition"]
    assert "云溪".encode() not in content and (ending in ("docx", "pdf") or "XX县教育局".encode() in content)


def begun(cast: SimpleNamespace) -> Document:
    return document_begin(
        unit=cast.county, genre=get_genre("annual"), period=Period.year(2025), title="总结",
        text="# {{unit}}{{year}}年总结\n", actor=cast.alice,
    )  # fmt: skip


def test_a_document_is_taken_by_its_reference(cast: SimpleNamespace, client: Client) -> None:
    client.force_login(cast.alice)
    assert "# 云溪县教育局2025年总结" in client.get(f"{PAGE}?document={begun(cast).ref}").content.decode()


def test_a_frozen_document_is_masked_as_it_was_frozen(cast: SimpleNamespace, client: Client) -> None:
    record(cast)
    document = frozen(cast)
    record(cast, 5)
    client.force_login(cast.alice)
    assert "参加高考17人" in client.get(f"{PAGE}?document={document.ref}").content.decode()


def test_a_figure_typed_by_hand_keeps_its_mark_on_the_way(cast: SimpleNamespace, client: Client) -> None:
    record(cast)
    client.force_login(cast.alice)
    page = f"{PAGE}?document={frozen(cast).ref}"
    text = client.get(page).context["form"].initial["text"]
    assert "走访12次（手填）" in text and "参加高考17人（手填）" not in text
    file = client.post(page, {"text": text, "file": "md"})
    assert "走访12次（手填）" in b"".join(file).decode()


def test_charlie_does_not_take_the_bureaus_document(cast: SimpleNamespace, client: Client) -> None:
    client.force_login(cast.charlie)
    assert client.get(f"{PAGE}?document={begun(cast).ref}").status_code == 404


@pytest.mark.parametrize("who", ["dora", "eve"])
def test_who_writes_no_documents_is_refused(cast: SimpleNamespace, client: Client, who: str) -> None:
    client.force_login(getattr(cast, who))
    assert client.post(PAGE, {"text": TEXT}).status_code == 403


def test_an_empty_text_is_said(cast: SimpleNamespace, client: Client) -> None:
    client.force_login(cast.alice)
    assert client.post(PAGE, {"text": " "}).status_code == 422
