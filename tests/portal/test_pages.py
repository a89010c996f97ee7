"""What everybody reads: only what is live, alike on every page, feed and search; no cookie, and a stamp for caches."""

from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tests.portal.site import approved, live, manuscript, moved
from youju.lib import clock
from youju.orgs.actors import CONSOLE
from youju.orgs.setting_verbs import setting_change
from youju.orgs.settings import SettingRow
from youju.records.publicity.article.address import article_path
from youju.records.publicity.article.models import Article
from youju.records.publicity.channel.models import Channel

TITLE = "春日读书会走进书香长廊"
# Every page that lists, feeds or finds articles.
LISTS = (
    "/site/", "/site/channel/jiaoyu-xinwen/", "/site/channel/jiaoyu-xinwen/feed.xml", "/site/feed.xml",
    "/site/search/?q=书香长廊", "/site/search/?q=领读", "/site/search/?q=廊",
)  # fmt: skip


def own_pages(case: Article) -> tuple[str, ...]:
    return article_path(case.ref), f"{article_path(case.ref)}print/"


def test_what_is_live_stands_on_every_page(office: SimpleNamespace, reader: Client):
    case = live(office)
    for address in (*LISTS, *own_pages(case), "/site/tag/阅读/"):
        answer = reader.get(address)
        assert (answer.status_code, TITLE in answer.text) == (200, True), address
    assert article_path(case.ref) in reader.get("/site/sitemap.xml").text


@pytest.mark.parametrize("state", ["manuscript", "approved", "scheduled", "down", "run out"])
def test_what_is_not_live_stands_nowhere(office: SimpleNamespace, reader: Client, state: str):
    now = clock.now()
    if state == "manuscript":
        case = manuscript(office, old_address="/news/1.html")
    else:
        case = approved(office, old_address="/news/1.html")
    if state == "scheduled":
        case = moved(case, "schedule", office.alice, up_at=now + timedelta(hours=1), down_at=None)
    if state == "down":
        case = moved(moved(case, "publish", office.alice), "take-down", office.alice)
    if state == "run out":
        case = moved(case, "schedule", office.alice, up_at=now + timedelta(hours=1), down_at=now + timedelta(hours=2))
        case = moved(case, "publish", office.alice)
        now += timedelta(hours=2)
    with clock.at(now):
        for address in LISTS:
            answer = reader.get(address)
            assert (answer.status_code, TITLE in answer.text) == (200, False), address
        for address in (*own_pages(case), "/site/tag/阅读/", "/news/1.html"):
            assert reader.get(address).status_code == 404, address
        assert case.ref not in reader.get("/site/sitemap.xml").text


def test_staff_read_no_more_there_than_anybody(office: SimpleNamespace):
    case, staff = manuscript(office), Client()
    staff.force_login(office.alice, backend="django.contrib.auth.backends.ModelBackend")
    assert staff.get(article_path(case.ref)).status_code == 404


def test_a_closed_site_shows_nothing(office: SimpleNamespace, reader: Client):
    case = live(office)
    reader.get("/site/")
    setting_change(name="site_open", text="no", actor=CONSOLE)
    for address in (*LISTS, *own_pages(case), "/site/sitemap.xml", "/robots.txt", "/site/colours.css", "/site/map/"):
        answer = reader.get(address)
        assert (answer.status_code, TITLE in answer.text) == (404, False), address


def test_no_page_sets_or_reads_a_cookie(office: SimpleNamespace):
    case, staff = live(office), Client()
    staff.force_login(office.alice, backend="django.contrib.auth.backends.ModelBackend")
    staff.cookies["django_language"] = "en"
    for address in (*LISTS, *own_pages(case)):
        answer = staff.get(address, headers={"accept-language": "zh-CN"})
        assert not answer.cookies
        assert answer["Vary"] == "Accept-Language"
        assert answer["Content-Language"] == "zh-hans"


def test_a_page_has_a_stamp_and_is_not_sent_again(office: SimpleNamespace, reader: Client):
    case = live(office)
    first = reader.get("/site/")
    assert first["Cache-Control"] == "public, max-age=0, s-maxage=60"
    known = {"if-none-match": first["ETag"]}
    assert reader.get("/site/", headers=known).status_code == 304
    moved(case, "take-down", office.alice)
    after = reader.get("/site/", headers=known)
    assert (after.status_code, TITLE in after.text) == (200, False)


def test_a_kept_page_is_the_page_with_its_length(office: SimpleNamespace, reader: Client):
    live(office)
    first, second = reader.get("/site/"), reader.get("/site/")
    assert second.content == first.content
    assert int(second["Content-Length"]) == len(first.content)
    assert {name: second[name] for name in first.headers} == dict(first.headers)


def test_the_stamp_changes_when_an_article_runs_out_of_itself(office: SimpleNamespace, reader: Client):
    now = clock.now()
    case = approved(office)
    moved(case, "schedule", office.alice, up_at=now + timedelta(minutes=1), down_at=now + timedelta(minutes=2))
    moved(case, "publish", office.alice)
    first = reader.get("/site/")
    assert TITLE in first.text
    with clock.at(now + timedelta(minutes=2)):
        after = reader.get("/site/", headers={"if-none-match": first["ETag"]})
    assert (after.status_code, TITLE in after.text) == (200, False)


def test_each_language_has_its_own_stamp(office: SimpleNamespace, reader: Client):
    live(office)
    english, chinese = reader.get("/site/"), reader.get("/site/", headers={"accept-language": "zh-CN"})
    assert english["ETag"] != chinese["ETag"]
    assert "首页" in chinese.text and "首页" not in english.text


def test_an_error_is_a_sentence_and_is_kept_by_no_cache(office: SimpleNamespace, reader: Client):
    answer = reader.get("/site/article/article-0000000000/")
    assert answer.status_code == 404
    assert "no-store" in answer["Cache-Control"]
    assert "Page not found" in answer.text


def test_a_former_address_leads_to_the_article(office: SimpleNamespace, reader: Client):
    case = live(office, old_address="/news/show.asp?id=7")
    answer = reader.get("/news/show.asp?id=7")
    assert (answer.status_code, answer["Location"]) == (301, article_path(case.ref))
    assert reader.get("/news/show.asp?id=8").status_code == 404


def test_newer_and_older_are_of_the_same_channel(office: SimpleNamespace, reader: Client):
    notices = Channel.objects.create(code="notices", name="通知公告", rhythm="notice")
    now, made = clock.now(), []
    for hour, (title, values) in enumerate([("甲", {}), ("乙", {}), ("别处", {"channel": notices}), ("丙", {})]):
        with clock.at(now + timedelta(hours=hour)):
            made.append(live(office, title=f"第{title}篇", **values))
    with clock.at(now + timedelta(hours=9)):
        page = reader.get(article_path(made[1].ref)).text
    neighbours = page.partition("neighbours")[2].partition("</nav>")[0]
    assert "第丙篇" in neighbours and "第甲篇" in neighbours and "第别处篇" not in neighbours


def test_a_channel_shows_what_stands_below_it_and_goes_on_on_a_next_page(office: SimpleNamespace, reader: Client):
    top = Channel.objects.create(code="top", name="政务公开", rhythm="notice")
    below = Channel.objects.create(code="below", name="政策文件", rhythm="notice", parent=top)
    SettingRow.objects.create(code="site_rows", value="5")
    for number in range(6):
        live(office, title=f"文件{number}号", channel=below)
    assert reader.get("/site/channel/top/").text.count("<h2>") == 5
    second = reader.get("/site/channel/top/?page=2").text
    assert second.count("<h2>") == 1 and "政策文件" in second
    assert reader.get("/site/channel/top/?page=nonsense").status_code == 200


def test_the_text_cannot_bring_a_script_a_frame_or_a_foreign_picture(office: SimpleNamespace, reader: Client):
    body = (
        "正文<script>alert(1)</script>\n\n[点这里](javascript:alert(1))\n\n"
        "![外图](https://evil.example.com/x.png)\n\n<iframe src='https://evil.example.com'></iframe>"
    )
    page = reader.get(article_path(live(office, body=body).ref)).text
    for harm in ("<script>alert", 'href="javascript:', "<iframe", "<img"):
        assert harm not in page
    assert "外图" in page


def test_the_first_page_is_small_and_asks_no_other_machine(office: SimpleNamespace, reader: Client):
    for number in range(12):
        live(office, title=f"第{number}篇" + "长标题" * 12, body="正文" * 2000)
    page = reader.get("/site/")
    style = Path("youju/portal/static/portal/portal.css").read_bytes()
    assert len(page.content) + len(style) + len(reader.get("/site/colours.css").content) < 100 * 1024
    assert "<script" not in page.text
    assert "//" not in page.text.replace("http://testserver", "").partition("<body>")[2]


def test_the_colour_of_the_site_is_in_a_stylesheet_of_its_own(office: SimpleNamespace, reader: Client):
    SettingRow.objects.create(code="site_colour", value="#7a1f1f")
    answer = reader.get("/site/colours.css")
    assert "#7a1f1f" in answer.text and answer["Content-Type"].startswith("text/css")


def test_a_stranger_at_no_address_is_led_to_the_site_and_a_member_to_the_desk(office: SimpleNamespace, reader: Client):
    page = reader.get("/nowhere/")
    assert page.status_code == 404 and 'role="search"' in page.text and "/site/search/" in page.text
    reader.force_login(office.bob, backend="django.contrib.auth.backends.ModelBackend")
    assert 'role="search"' not in reader.get("/nowhere/").text


def test_the_home_page_says_what_each_place_is_for(office: SimpleNamespace, reader: Client):
    services = BeautifulSoup(reader.get("/site/").text, "html.parser").select_one("nav.services")
    assert services is not None
    assert [link["href"] for link in services.select("a")] == ["/site/ask/"]
    assert "Questions, suggestions" in services.text
