"""Public notices on the site: while they run, with the days left, and not a day longer."""

from datetime import timedelta
from types import SimpleNamespace

from bs4 import BeautifulSoup
from django.test import Client

from tests.portal.site import manuscript
from youju.lib import clock
from youju.lib.deadlines import DayType, Rule
from youju.records.notices.models import Notice, NoticeLine
from youju.records.notices.verbs import notice_begin, notice_end_by_change, notice_stop
from youju.records.publicity.channel.models import Channel


def begun(office: SimpleNamespace, *, public: bool = True, ref: str = "") -> Notice:
    """Five days for a list of one school."""
    return notice_begin(
        ref=ref or manuscript(office).ref, title="优秀读书小组公示", digest="0" * 64,
        lines=[NoticeLine("青山小学", "云溪县", "一等")], where="政务公开栏",
        actor=office.alice, rule=Rule(5, DayType.CALENDAR), public=public,
    )  # fmt: skip


def address(notice: Notice) -> str:
    return f"/site/notice/{notice.year}/{notice.number}/"


def test_it_is_there_to_the_end_of_its_last_day_and_then_gone_by_itself(office: SimpleNamespace, reader: Client):
    now, notice = clock.now(), begun(office)
    assert "5 days left" in reader.get("/site/notices/").text
    assert "青山小学" in reader.get(address(notice)).text
    assert "/site/notices/" in reader.get("/site/").text
    with clock.at(now + timedelta(days=5)):
        page = reader.get(address(notice))
        assert page.status_code == 200 and "ends today" in page.text
    with clock.at(now + timedelta(days=6)):
        gone = reader.get(address(notice))
        assert gone.status_code == 410 and "青山小学" not in gone.text and "The period has run out" in gone.text
        assert notice.title not in reader.get("/site/notices/").text
        assert "/site/notices/" not in reader.get("/site/").text


def test_a_list_of_units_has_no_empty_columns(office: SimpleNamespace, reader: Client):
    full = begun(office)
    assert '<th scope="col">Unit</th>' in reader.get(address(full)).text
    bare = notice_begin(
        ref=manuscript(office).ref, title="拟认定名单公示", digest="0" * 64, lines=[NoticeLine("青山小学")],
        where="政务公开栏", actor=office.alice, rule=Rule(5, DayType.CALENDAR), public=True,
    )  # fmt: skip
    page = BeautifulSoup(reader.get(address(bare)).text, "html.parser")
    assert [cell.get_text(strip=True) for cell in page.select("table.data th, table.data td")] == [
        "Person or unit",
        "青山小学",
    ]


def test_what_is_for_one_unit_alone_is_not_there(office: SimpleNamespace, reader: Client):
    own = begun(office, public=False)
    assert reader.get(address(own)).status_code == 404
    notice_stop(ref=own.ref, actor=office.alice, reason="名单有误")
    assert reader.get(address(own)).status_code == 404
    assert reader.get("/site/notice/2026/999/").status_code == 404


def test_what_was_stopped_says_so_and_names_nobody(office: SimpleNamespace, reader: Client):
    notice = begun(office)
    notice_stop(ref=notice.ref, actor=office.alice, reason="名单有误")
    gone = reader.get(address(notice))
    assert gone.status_code == 410 and "taken down before its time" in gone.text
    assert "青山小学" not in gone.text and "名单有误" not in gone.text


def test_one_whose_list_was_changed_leads_to_the_notice_of_the_new_list(office: SimpleNamespace, reader: Client):
    first = begun(office)
    notice_end_by_change(ref=first.ref, digest="1" * 64, actor=office.alice)
    gone = reader.get(address(first))
    assert gone.status_code == 410 and "The list was changed" in gone.text and "No new notice" in gone.text
    anew = begun(office, ref=first.ref)
    gone = reader.get(address(first))
    assert f'href="{address(anew)}"' in gone.text and "No new notice" not in gone.text
    assert "青山小学" not in gone.text


def test_anybody_objects_while_it_runs_and_pressed_twice_it_is_one(office: SimpleNamespace, reader: Client):
    notice = begun(office)
    page = BeautifulSoup(reader.get(address(notice) + "object/").text, "html.parser")
    token = page.select_one("input[name=token]")
    assert token is not None
    values = {"token": str(token["value"]), "text": "名单与实际不符。", "who": "李某", "homepage": ""}
    with clock.at(clock.now() + timedelta(minutes=2)):
        for _time in range(2):
            assert "Your objection is logged" in reader.post(address(notice) + "object/", values).text
        empty = reader.post(address(notice) + "object/", values | {"text": " "})
        assert empty.status_code == 422
        trapped = reader.post(address(notice) + "object/", values | {"homepage": "x"})
        assert trapped.status_code == 422 and "名单与实际不符。" in trapped.text
    assert [(each.text, each.who) for each in notice.objections.all()] == [("名单与实际不符。", "李某")]


def test_nobody_objects_to_what_has_ended_and_what_was_written_meanwhile_is_there(
    office: SimpleNamespace, reader: Client
):
    notice = begun(office)
    notice_stop(ref=notice.ref, actor=office.alice, reason="名单有误")
    assert reader.get(address(notice) + "object/").status_code == 410
    late = reader.post(address(notice) + "object/", {"text": "名单与实际不符。"})
    assert late.status_code == 410 and "名单与实际不符。" in late.text and "was not sent" in late.text
    assert not notice.objections.exists()


def test_one_place_of_the_bar_is_current_though_a_channel_is_called_alike(office: SimpleNamespace, reader: Client):
    Channel.objects.get_or_create(code="notices", defaults={"name": "通知公告"})
    notice = begun(office)
    for page in ("/site/notices/", address(notice), f"{address(notice)}object/"):
        current = BeautifulSoup(reader.get(page).text, "html.parser").select("nav.bar [aria-current]")
        assert [each["href"] for each in current] == ["/site/notices/"]


def test_an_objection_without_a_word_is_told_what_to_write(office: SimpleNamespace, reader: Client):
    page = BeautifulSoup(reader.get(f"{address(begun(office))}object/").text, "html.parser")
    token = page.select_one("input[name=token]")
    assert token is not None
    answer = reader.post(f"{address(Notice.objects.get())}object/", {"token": token["value"], "text": ""})
    assert answer.status_code == 422 and "Write what is wrong, and why." in answer.text
