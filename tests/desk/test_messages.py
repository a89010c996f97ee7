"""粘贴群消息: a message pasted on the page of kinds begins a form; nothing is saved by it."""

from types import SimpleNamespace

from tests.desk.conftest import Desk
from tests.records.cast import noted
from youju.lib import clock
from youju.records.heads.ledgered import Ledgered
from youju.records.publicity.brief.models import Brief
from youju.records.publicity.outlet.models import Outlet
from youju.records.volunteering.service.models import Service

SERVICE = "11月9日，学雷锋志愿服务走进敬老院，学生志愿者15人表演节目，共90分钟"
GUESSED = "Guessed from the group message. Please check."
MESSAGE = "/records/message/"
BRIEF = "11月12日，报送信息《劳动教育三项做法》，报溪云政务信息"


def test_a_message_opens_the_form_of_the_likeliest_kind_with_the_message_beside_it(cast: SimpleNamespace, desk: Desk):
    page = desk(cast.bob).post(MESSAGE, {"text": SERVICE}, follow=True)
    assert page.request["PATH_INFO"] == "/records/service/new"
    assert 'value="学雷锋志愿服务走进敬老院"' in page.text
    assert "<mark>学生志愿者15人</mark>" in page.text
    assert 'value="90"' in page.text


def test_every_guessed_field_is_marked_and_no_other(cast: SimpleNamespace, desk: Desk):
    page = desk(cast.bob).post(MESSAGE, {"text": SERVICE}, follow=True)
    assert page.text.count(GUESSED) == 5  # title, day, place, pupils, minutes
    assert GUESSED not in desk(cast.bob).get("/records/service/new").text


def test_nothing_is_saved_before_the_person_says_so(cast: SimpleNamespace, desk: Desk):
    before = noted()
    desk(cast.bob).post(MESSAGE, {"text": SERVICE}, follow=True)
    assert not Ledgered.objects.exists()
    assert noted() == before


def test_an_officer_finds_the_unit_named_in_the_message_chosen(cast: SimpleNamespace, desk: Desk):
    page = desk(cast.alice).post(MESSAGE, {"text": f"明湖小学{SERVICE}"}, follow=True)
    assert f'<option value="{cast.lake.pk}" selected>' in page.text


def test_what_was_guessed_wrong_is_sent_as_mended_and_the_message_is_forgotten(cast: SimpleNamespace, desk: Desk):
    browser = desk(cast.bob)
    page = browser.post(MESSAGE, {"text": SERVICE}, follow=True)
    address = page.redirect_chain[-1][0]
    day = clock.today().isoformat()
    wrong = {"title": "", "unit": cast.hill.pk, "happened": day, "then": "save"}
    again = browser.post(address, wrong)
    assert again.status_code == 422
    assert "<mark>" in again.text
    sent = wrong | {"title": "敬老院演出", "minutes": "90", "pupils": "15", "place": "敬老院"}
    browser.post(address, sent | {"pupil_minutes": "90"})
    assert Service.objects.get().title == "敬老院演出"
    assert "<mark>" not in browser.get(address).text


def test_another_kind_is_one_press_away(cast: SimpleNamespace, desk: Desk):
    browser = desk(cast.bob)
    page = browser.post(MESSAGE, {"text": f"{SERVICE}，走访困难户"}, follow=True)
    key = page.redirect_chain[-1][0].partition("=")[2]
    other = browser.get(f"/records/visit/new?message={key}")
    assert f"/records/visit/new?message={key}" in page.text
    assert "<mark>" in other.text


def test_where_nothing_is_recognised_the_kind_is_chosen_and_the_message_stays(cast: SimpleNamespace, desk: Desk):
    page = desk(cast.bob).post(MESSAGE, {"text": "今天天气不错"}, follow=True)
    assert page.request["PATH_INFO"] == "/records/new/"
    assert "今天天气不错" in page.text
    assert "/records/service/new?message=" in page.text


def test_a_message_of_what_runs_begins_its_form_and_is_forgotten_once_it_is_open(cast: SimpleNamespace, desk: Desk):
    Outlet.objects.create(code="bulletin", name="溪云政务信息", sort="bulletin", level="county")
    browser = desk(cast.bob)
    page = browser.post(MESSAGE, {"text": BRIEF}, follow=True)
    assert page.request["PATH_INFO"] == "/cases/brief/new"
    assert 'value="劳动教育三项做法"' in page.text
    assert page.text.count(GUESSED) == 3  # title, bulletin, day
    sent = {"unit": cast.hill.pk, "title": "劳动教育三项做法", "happened": clock.today(), "adopter": "溪云政务信息"}
    browser.post(page.redirect_chain[-1][0], sent)
    assert Brief.objects.get().title == "劳动教育三项做法"
    assert "<mark>" not in browser.get(page.redirect_chain[-1][0]).text


def test_what_the_member_may_not_open_is_not_begun_by_a_message(cast: SimpleNamespace, desk: Desk):
    page = desk(cast.dora).post(MESSAGE, {"text": BRIEF})
    assert page.status_code == 403


def test_an_empty_message_says_what_to_do(cast: SimpleNamespace, desk: Desk):
    assert "Paste the message first." in desk(cast.bob).post(MESSAGE, {"text": " \n "}, follow=True).text


def test_a_message_is_for_the_log_in_that_pasted_it_alone(cast: SimpleNamespace, desk: Desk):
    page = desk(cast.bob).post(MESSAGE, {"text": SERVICE}, follow=True)
    assert "敬老院" not in desk(cast.charlie).get(page.redirect_chain[-1][0]).text


def test_a_message_is_shown_as_text(cast: SimpleNamespace, desk: Desk):
    page = desk(cast.bob).post(MESSAGE, {"text": f"{SERVICE}<script>alert(1)</script>"}, follow=True)
    assert "<script>alert" not in page.text
    assert "&lt;script&gt;alert" in page.text


def test_only_the_last_messages_are_kept(cast: SimpleNamespace, desk: Desk):
    browser = desk(cast.bob)
    first = browser.post(MESSAGE, {"text": SERVICE}, follow=True).redirect_chain[-1][0]
    for number in range(5):
        browser.post(MESSAGE, {"text": f"{SERVICE}{number}"})
    assert "<mark>" not in browser.get(first).text


def test_a_member_who_writes_nothing_down_is_refused(cast: SimpleNamespace, desk: Desk):
    assert desk(cast.dora).post(MESSAGE, {"text": SERVICE}).status_code == 403


def test_a_unit_named_for_its_own_doing_is_no_partner_of_itself(cast: SimpleNamespace, desk: Desk):
    page = desk(cast.bob).post(MESSAGE, {"text": f"{cast.hill.name}{SERVICE}"}, follow=True)
    assert page.text.count(GUESSED) == 5  # as without its name: title, day, place, pupils, minutes


def test_the_address_that_takes_a_message_leads_to_where_one_is_pasted(cast: SimpleNamespace, desk: Desk):
    assert desk(cast.bob).get(MESSAGE, follow=True).request["PATH_INFO"] == "/records/new/"
