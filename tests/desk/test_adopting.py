"""Beginning a document with last year's text at the desk: what it shows, who may, and what is refused."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.indicators.log import fact, post
from youju.summaries.drafts.documents import Document, SectionVersion

pytestmark = pytest.mark.django_db

TEXT = (
    "云溪县教育局2024年总结\n\n一、宣传工作\n\n在本地网站媒体发表宣传新闻近百篇，稳步增长。微信推送41条。另投入36万元。"
)
PAGE = "/summaries/adopt/"
SETTINGS = {"of": "2024", "year": "2025"}


@pytest.fixture
def bureau(cast: SimpleNamespace) -> SimpleNamespace:
    """97 articles in 2024 and 60 in 2025; 40 posts in 2024."""
    for ref, quantity, year in (("rec-1", 97, 2024), ("rec-2", 60, 2025)):
        post(ref, fact("publicity.articles", quantity, unit="hill", day=date(year, 5, 1), category="local_media"))
    post("rec-3", fact("publicity.posts", 40, unit="hill", day=date(2024, 5, 1)))
    return cast


def told(client: Client, **values: str) -> str:
    return client.post(PAGE, SETTINGS | {"text": TEXT} | values).content.decode()


def test_it_shows_what_was_bound_and_what_was_not(bureau: SimpleNamespace, client: Client) -> None:
    client.force_login(bureau.alice)
    page = told(client)
    assert "3 个数字中已绑定 1 个" in page
    assert "36万元" in page and "41条" in page
    assert "增长" in page and "上年97篇，今年60篇" in page
    assert 'name="choice-2"' in page and "publicity.posts" in page
    assert not Document.objects.exists()


def test_a_file_is_read_and_goes_on_as_text(bureau: SimpleNamespace, client: Client) -> None:
    client.force_login(bureau.alice)
    upload = SimpleUploadedFile("last.txt", TEXT.encode())
    page = client.post(PAGE, SETTINGS | {"upload": upload}).content.decode()
    assert "已绑定 1 个" in page and "稳步增长" in page


@pytest.mark.parametrize("chosen", [{"choice-2": "publicity.posts"}, {"other-2": "微信推送"}])
def test_a_figure_is_made_of_what_was_chosen(bureau: SimpleNamespace, client: Client, chosen: dict[str, str]) -> None:
    client.force_login(bureau.alice)
    page = told(client, **chosen)
    assert "已绑定 2 个" in page and "台账为40条" in page


def test_words_that_mean_no_figure_are_said(bureau: SimpleNamespace, client: Client) -> None:
    client.force_login(bureau.alice)
    page = told(client, **{"other-3": "外星飞船"})
    assert "没有这样的数字" in page and 'value="外星飞船"' in page


def test_begun_it_is_a_document_with_its_choices(bureau: SimpleNamespace, client: Client) -> None:
    client.force_login(bureau.alice)
    response = client.post(PAGE, SETTINGS | {"text": TEXT, "choice-2": "publicity.posts", "act": "begin"})
    document = Document.objects.get()
    assert response["Location"] == f"/summaries/{document.ref}/"
    assert client.get(response["Location"]).status_code == 200
    assert (document.title, document.period, document.unit) == ("云溪县教育局2025年总结", "2025", bureau.county)
    assert "{{publicity.posts}}" in document.text and "36万元" in document.text
    assert {version.how for version in SectionVersion.objects.all()} == {"adopted"}


def test_a_liaison_begins_a_document_of_their_own_school(bureau: SimpleNamespace, client: Client) -> None:
    client.force_login(bureau.bob)
    client.post(PAGE, SETTINGS | {"text": TEXT, "act": "begin"})
    assert Document.objects.get().unit == bureau.hill


@pytest.mark.parametrize("who", ["dora", "eve"])
def test_who_writes_no_documents_is_refused(bureau: SimpleNamespace, client: Client, who: str) -> None:
    client.force_login(getattr(bureau, who))
    assert client.get(PAGE).status_code == 403
    assert client.post(PAGE, SETTINGS | {"text": TEXT, "act": "begin"}).status_code == 403
    assert not Document.objects.exists()


def test_charlie_begins_nothing_for_another_unit(bureau: SimpleNamespace, client: Client) -> None:
    client.force_login(bureau.charlie)
    for unit in ("yun", str(bureau.county.pk)):
        assert client.post(PAGE, SETTINGS | {"text": TEXT, "act": "begin", "unit": unit}).status_code == 422
    assert not Document.objects.exists()


def test_a_text_of_half_a_year_becomes_one_of_half_a_year(bureau: SimpleNamespace, client: Client) -> None:
    client.force_login(bureau.alice)
    chosen = {"genre": "half", "unit": str(bureau.county.pk)}
    assert 'name="genre" value="half"' in told(client, **chosen)
    client.post(PAGE, SETTINGS | chosen | {"text": TEXT, "act": "begin"})
    document = Document.objects.get()
    assert (document.genre_code, document.period) == ("half", "..2025-06-30")
    assert "{{publicity.local|near/plain}}" in document.text


def test_an_officer_adopts_for_a_school_in_its_own_genre(bureau: SimpleNamespace, client: Client) -> None:
    client.force_login(bureau.alice)
    chosen = {"genre": "school", "unit": str(bureau.hill.pk)}
    client.post(PAGE, SETTINGS | chosen | {"text": TEXT, "act": "begin"})
    document = Document.objects.get()
    assert (document.genre_code, document.unit) == ("school", bureau.hill)


def test_a_genre_that_the_unit_does_not_write_is_said_at_its_field(bureau: SimpleNamespace, client: Client) -> None:
    client.force_login(bureau.alice)
    response = client.post(PAGE, SETTINGS | {"text": TEXT, "genre": "school", "unit": str(bureau.county.pk)})
    assert response.status_code == 422 and "不写" in response.content.decode()


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"text": ""}, "粘贴"),
        ({"text": "一切顺利。"}, "没有数字"),
        ({"text": TEXT, "year": "2024"}, "须晚于"),
        ({"upload": SimpleUploadedFile("broken.docx", b"PK\x03\x04" + bytes(60))}, "broken.docx"),
    ],
)
def test_what_cannot_be_adopted_is_said_at_its_field(
    bureau: SimpleNamespace, client: Client, values: dict[str, str], said: str
) -> None:
    client.force_login(bureau.alice)
    response = client.post(PAGE, SETTINGS | values)
    assert response.status_code == 422
    assert said in response.content.decode()
