"""Campaigns, their list under notice, and what a grant leads to."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from tests.desk.accreditation.addresses import criterion
from tests.desk.paper import paper
from tests.records.accreditation.applying import (
    a_campaign,
    a_checklist,
    again,
    answered,
    applied,
    graded,
    in_place,
    in_state,
    moved,
)
from tests.records.cast import member
from youju.lib import clock
from youju.orgs.actors import NOBODY
from youju.orgs.members import Role, RoleGrant
from youju.records.accreditation.application.answers import ExpertSheet
from youju.records.accreditation.application.campaigns import Campaign
from youju.records.accreditation.application.holding_values import holding_values, unrecorded
from youju.records.accreditation.application.models import Application
from youju.records.accreditation.holding.models import Holding
from youju.records.errors import OwnRecord
from youju.records.heads.attachments import attachments_of
from youju.records.heads.ledgered import Ledgered
from youju.records.kinds import get_record_kind
from youju.records.notices.models import Notice, Outcome
from youju.records.notices.objecting import objection_add, objection_answer
from youju.records.reading.repeats import evidence_elsewhere
from youju.records.verbs.record_verbs import record_add, record_verify, records_verify

if TYPE_CHECKING:
    from pytest_django import DjangoAssertNumQueries

    from tests.desk.conftest import Desk


def test_the_decision_goes_over_to_the_record_of_the_title(office: SimpleNamespace, desk: Desk):
    case = applied(office.hill, office.bob, a_campaign())
    desk(office.bob).post(criterion(case, 1), {"grade": "A", "uploads": paper("文化墙.txt", b"wall")})
    case = in_place(office, case, ("admit", "assess", "review", "propose", "publish"), {})
    with clock.at(clock.now() + timedelta(days=30)):
        form = {"version": case.version, "document": "3号", "issuer": "望川市", "granted_on": str(clock.today())}
        grant = reverse("case-move", args=[case.ref, "grant"])
        assert desk(office.olga).post(grant, form | {"uploads": paper("命名文件.txt")}).status_code == 302
        for _twice in range(2):
            assert desk(office.bob).post(reverse("case-record", args=[case.ref])).status_code == 302
        (there,) = attachments_of([Holding.objects.get().ref]).values()
    assert [(each.name, each.role) for each in there] == [("命名文件.txt", "decision")]


def test_the_page_of_an_application_leads_to_the_notice(office: SimpleNamespace, desk: Desk):
    case = in_state(office, "notice", a_campaign())
    address = reverse("notice", args=[Notice.objects.get().pk])
    assert address in desk(office.bob).get(reverse("case", args=[case.ref])).text


def test_an_officer_calls_a_campaign_and_puts_its_list_under_notice(office: SimpleNamespace, desk: Desk):
    checklist, alice = a_checklist(), desk(office.alice)
    form = {
        "name": "市级文明校园创建", "checklist": checklist.pk, "level": "city", "begins": "2025-01-01",
        "until": "2035-12-31", "who": "schools", "then": "act",
    }  # fmt: skip
    assert desk(office.bob).post(reverse("campaign-new"), form).status_code == 403
    assert alice.post(reverse("campaign-new"), form).status_code == 302
    campaign = Campaign.objects.get()
    case = in_state(office, "proposed", campaign)
    page = alice.get(reverse("campaign", args=[campaign.code])).text
    assert "青山小学" in page and "1 is proposed" in page
    publish = reverse("campaign-publish", args=[campaign.code])
    assert desk(office.bob).post(publish, {"where": "公告栏"}).status_code == 403
    assert alice.post(publish, {"where": ""}).status_code == 422
    assert alice.post(publish, {"where": "公告栏"}).status_code == 302
    assert Notice.objects.get().ref == campaign.list_ref
    assert publish not in alice.get(reverse("campaign", args=[campaign.code])).text  # nothing more to put up
    assert again(case).state == "notice"


def test_an_objection_to_a_campaigns_list_is_found_and_answered(office: SimpleNamespace, desk: Desk):
    case = in_state(office, "notice", a_campaign())
    notice, alice, bob = Notice.objects.get(), desk(office.alice), desk(office.bob)
    page, answer = reverse("notice", args=[notice.pk]), reverse("notice-answer", args=[notice.pk])
    assert reverse("campaign", args=[case.campaign.code]) in alice.get(page).text
    assert page in alice.get(reverse("notices")).text and page in bob.get(reverse("notices")).text
    assert desk(office.eve).get(page).status_code == 404
    objection = objection_add(notice=notice, text="走廊没有作品", who="王女士", actor=NOBODY)
    assert page in alice.get(reverse("workbench")).text and page not in bob.get(reverse("workbench")).text
    assert "走廊没有作品" in alice.get(page).text and "走廊没有作品" not in bob.get(page).text
    told = {"objection": objection.pk, "outcome": "rejected", "answer": "已现场核实"}
    assert bob.post(answer, told).status_code == 403
    assert alice.post(answer, told).status_code == 302
    assert page not in alice.get(reverse("workbench")).text
    objection.refresh_from_db()
    assert objection.answer == "已现场核实"


def test_the_board_goes_out_as_a_workbook(office: SimpleNamespace, desk: Desk):
    case = in_state(office, "assessed", a_campaign())
    answer = desk(office.alice).get(reverse("campaign-file", args=[case.campaign.code]))
    page = load_workbook(BytesIO(b"".join(answer.streaming_content))).worksheets[0]  # type: ignore[attr-defined]  # a file
    assert [cell.value for cell in page[2]][:5] == ["青山小学", "under review", 4, 4, 100]


def both_proposed(office: SimpleNamespace, campaign: Campaign) -> list[Application]:
    """Both schools on the proposed list; graded by alice."""
    hill = in_state(office, "proposed", campaign)
    lake = moved(applied(office.lake, office.charlie, campaign), "admit", office.alice)
    answered(lake, office.charlie)
    graded(moved(lake, "assess", office.charlie), office.alice)
    for action in ("review", "propose"):
        lake = moved(lake, action, office.alice)
    return [hill, lake]


def decision() -> dict[str, str]:
    days = {"granted_on": str(clock.today()), "valid_until": "2040-12-31"}
    return {"document": "望文明委〔2025〕3号", "issuer": "望川市文明委"} | days


def test_one_decision_grants_the_title_to_the_whole_list(office: SimpleNamespace, desk: Desk):
    campaign = a_campaign()
    cases = both_proposed(office, campaign)
    desk(office.alice).post(reverse("campaign-publish", args=[campaign.code]), {"where": "公告栏"})
    url, page = (reverse(name, args=[campaign.code]) for name in ("campaign-grant", "campaign"))
    assert url not in desk(office.olga).get(page).text
    early = desk(office.olga).post(url, decision())
    assert early.status_code == 422 and "望文明委〔2025〕3号" in early.text
    with clock.at(clock.now() + timedelta(days=30)):
        olga = desk(office.olga)
        assert url in olga.get(page).text and "明湖小学" in olga.get(url).text
        assert olga.post(url, decision() | {"document": ""}).status_code == 422
        assert [again(case).state for case in cases] == ["notice", "notice"]
        assert olga.post(url, decision() | {"uploads": paper("命名文件.txt")}).status_code == 302
        assert [(again(case).state, again(case).document) for case in cases] == [("granted", "望文明委〔2025〕3号")] * 2
        beside = attachments_of([case.ref for case in cases])
        assert [[each.name for each in beside[case.ref]] for case in cases] == [["命名文件.txt"]] * 2
        assert olga.get(url).status_code == 409  # nobody waits for it any more


def test_whoever_graded_one_of_the_list_does_not_grant_it(office: SimpleNamespace, desk: Desk):
    campaign = a_campaign()
    cases = both_proposed(office, campaign)
    desk(office.alice).post(reverse("campaign-publish", args=[campaign.code]), {"where": "公告栏"})
    ExpertSheet.objects.filter(application=cases[1]).update(member=office.olga)
    url = reverse("campaign-grant", args=[campaign.code])
    assert desk(office.bob).get(url).status_code == 403
    Application.objects.filter(pk=cases[0].pk).update(author=office.alice)
    own = desk(office.alice).get(url)
    assert own.status_code == 403 and "Somebody else grants the title" in own.text
    with clock.at(clock.now() + timedelta(days=30)):
        refused = desk(office.olga).post(url, decision())
    assert refused.status_code == 422 and "whoever grades does not decide" in refused.text
    assert [again(case).state for case in cases] == ["notice", "notice"]


def test_the_campaign_says_that_an_objection_waits_and_that_it_was_right(office: SimpleNamespace, desk: Desk):
    case = in_state(office, "notice", a_campaign())
    page, alice = reverse("campaign", args=[case.campaign.code]), desk(office.alice)
    objection = objection_add(notice=Notice.objects.get(), text="走廊没有作品", actor=NOBODY)
    assert "1 objection to answer" in alice.get(page).text
    objection_answer(objection=objection, outcome=Outcome.UPHELD, answer="属实", actor=office.alice)
    assert "was found right" in alice.get(page).text and "to answer" not in alice.get(page).text


def test_a_schools_workbench_tells_of_a_campaign_until_it_has_applied(office: SimpleNamespace, desk: Desk):
    campaign = a_campaign()
    page, other = reverse("campaign", args=[campaign.code]), a_campaign(campaign.checklist, name="推荐", by_bureau=True)
    for told in (office.bob, office.charlie):
        workbench = desk(told).get(reverse("workbench")).text
        assert page in workbench and reverse("case-new", args=["application"]) in workbench
        assert other.name not in workbench
    assert page not in desk(office.alice).get(reverse("workbench")).text  # who runs it applies for nobody
    applied(office.hill, office.bob, campaign)
    assert page not in desk(office.bob).get(reverse("workbench")).text
    assert page in desk(office.charlie).get(reverse("workbench")).text
    Campaign.objects.update(below=True, level="city")
    assert page not in desk(office.charlie).get(reverse("workbench")).text


def test_the_only_campaign_that_takes_applications_is_chosen_already(office: SimpleNamespace, desk: Desk):
    campaign, new = a_campaign(), reverse("case-new", args=["application"])
    chosen = f'<option value="{campaign.pk}" selected'
    assert chosen in desk(office.bob).get(new).text
    a_campaign(campaign.checklist, name="又一个创建活动")
    assert chosen not in desk(office.bob).get(new).text


def all_granted(office: SimpleNamespace, desk: Desk, campaign: Campaign) -> list[Application]:
    """Both schools granted by one decision of olga's; the clock stands a month later afterwards."""
    cases = both_proposed(office, campaign)
    desk(office.alice).post(reverse("campaign-publish", args=[campaign.code]), {"where": "公告栏"})
    with clock.at(clock.now() + timedelta(days=30)):
        form = decision() | {"uploads": paper("命名文件.txt")}
        assert desk(office.olga).post(reverse("campaign-grant", args=[campaign.code]), form).status_code == 302
    return cases


def test_what_is_not_written_down_is_asked_by_two_queries_and_only_where_something_was_granted(
    office: SimpleNamespace, desk: Desk, django_assert_num_queries: DjangoAssertNumQueries
):
    campaign = a_campaign()
    page, table = reverse("campaign", args=[campaign.code]), Holding._meta.db_table
    both_proposed(office, campaign)
    with CaptureQueriesContext(connection) as queries:
        desk(office.olga).get(page)
    assert not [each for each in queries if table in each["sql"]]
    desk(office.alice).post(reverse("campaign-publish", args=[campaign.code]), {"where": "公告栏"})
    with clock.at(clock.now() + timedelta(days=30)):
        desk(office.olga).post(reverse("campaign-grant", args=[campaign.code]), decision())
        with django_assert_num_queries(2):
            assert len(unrecorded(campaign)) == 2
        with CaptureQueriesContext(connection) as queries:
            desk(office.olga).get(page)
        assert len([each for each in queries if table in each["sql"]]) == 1


def test_one_press_hands_in_the_record_of_the_title_of_each_school(office: SimpleNamespace, desk: Desk):
    campaign = a_campaign()
    all_granted(office, desk, campaign)
    url, page = (reverse(name, args=[campaign.code]) for name in ("campaign-records", "campaign"))
    with clock.at(clock.now() + timedelta(days=30)):
        assert desk(office.bob).post(url).status_code == 403 and url not in desk(office.bob).get(page).text
        olga = desk(office.olga)
        assert url in olga.get(page).text and olga.post(url).status_code == 302
        held = Holding.objects.order_by("unit__code")
        assert [(each.state, each.author.username) for each in held] == [
            ("submitted", "bob"), ("submitted", "charlie"),
        ]  # fmt: skip
        assert [[each.role for each in rows] for rows in attachments_of([each.ref for each in held]).values()] == [
            ["decision"], ["decision"],
        ]  # fmt: skip
        assert evidence_elsewhere(list(held)) == {}  # one decision for both is nothing told twice
        assert url not in olga.get(page).text
        olga.post(url)
        assert held.count() == 2
        for record in held:
            with pytest.raises(OwnRecord):
                record_verify(record=record, actor=office.olga)
        records_verify(records=list(held), actor=office.alice)
    assert {each.state for each in held.all()} == {"verified"}


def test_a_school_that_began_its_record_itself_or_holds_the_title_still_is_left_alone(
    office: SimpleNamespace, desk: Desk
):
    campaign = a_campaign()
    hill, lake = all_granted(office, desk, campaign)
    url = reverse("campaign-records", args=[campaign.code])
    with clock.at(clock.now() + timedelta(days=30)):
        desk(office.bob).post(reverse("case-record", args=[hill.ref]))
        earlier = holding_values(again(lake)) or {}
        day = clock.today() - timedelta(days=40)
        older = record_add(kind=get_record_kind("holding"), values=earlier | {"happened": day}, actor=office.charlie)
        Ledgered.objects.filter(ref=older.ref).update(state="verified")
        told = desk(office.olga).post(url, follow=True)
    assert Holding.objects.get(unit=office.hill).state == "draft"
    assert Holding.objects.get(unit=office.lake) == older and older.title in told.text


def test_where_nobody_who_applied_records_any_more_the_officer_files_for_the_school(
    office: SimpleNamespace, desk: Desk
):
    campaign = a_campaign()
    all_granted(office, desk, campaign)
    RoleGrant.objects.filter(member=office.bob).delete()
    member("beth", office.hill, Role.LIAISON)
    with clock.at(clock.now() + timedelta(days=30)):
        desk(office.olga).post(reverse("campaign-records", args=[campaign.code]))
    record = Holding.objects.get(unit=office.hill)
    assert (record.state, record.author, record.filed_by) == ("filed", office.olga, office.olga)


def test_a_campaign_whose_titles_are_granted_puts_up_no_list_any_more(office: SimpleNamespace, desk: Desk):
    campaign = a_campaign()
    hill, _lake = all_granted(office, desk, campaign)
    Application.objects.filter(pk=hill.pk).update(state="refused")  # the list is another than was under notice
    alice, publish = desk(office.alice), reverse("campaign-publish", args=[campaign.code])
    assert publish not in alice.get(reverse("campaign", args=[campaign.code])).text
    assert alice.post(publish, {"where": "公告栏"}).status_code == 422
    assert Notice.objects.count() == 1
