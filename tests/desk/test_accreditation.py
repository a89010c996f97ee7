"""Accreditation at the desk: criteria one at a time, materials, an expert by ticket, campaigns, checklists, gaps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from tests.desk.paper import paper
from tests.records.accreditation.applying import (
    a_campaign,
    a_checklist,
    a_sheet,
    again,
    answered,
    applied,
    graded,
    in_place,
    in_state,
    moved,
)
from tests.records.cast import member, verified, visits
from youju.lib import clock
from youju.orgs.actors import NOBODY
from youju.orgs.members import Role
from youju.records.accreditation.application.answers import ExpertSheet, Material
from youju.records.accreditation.application.campaigns import Campaign
from youju.records.accreditation.application.gaps import gaps
from youju.records.accreditation.checklist.models import Checklist, Criterion
from youju.records.accreditation.holding.models import OTHER, Holding
from youju.records.heads.attachments import attachments_of
from youju.records.notices.models import Notice
from youju.records.notices.objecting import objection_add

if TYPE_CHECKING:
    from tests.desk.conftest import Desk


@pytest.fixture
def office(cast: SimpleNamespace) -> Iterator[SimpleNamespace]:
    cast.olga = member("olga", cast.county, Role.OFFICER)
    yield cast


def criterion(case: Any, number: int) -> str:
    return reverse("criterion", args=[case.ref, number])


def test_a_criterion_is_saved_at_once_and_leads_to_the_next_open_one(office: SimpleNamespace, desk: Desk):
    case = applied(office.hill, office.bob, a_campaign())
    bob = desk(office.bob)
    answer = bob.post(criterion(case, 1), {"grade": "B", "note": "每月更换", "next": ""})
    assert answer["Location"] == criterion(case, 2)
    page = bob.get(criterion(case, 2)).text
    assert "1 of 4" in page and "19.80" in page
    stays = bob.post(criterion(case, 1), {"grade": "A", "stay": ""})
    assert stays["Location"] == criterion(case, 1)
    assert case.answers.get().grade == "A"


def test_after_the_last_one_the_list_says_that_it_can_be_handed_in(office: SimpleNamespace, desk: Desk):
    case = answered(applied(office.hill, office.bob, a_campaign()), office.bob)
    assert desk(office.bob).post(criterion(case, 4), {"grade": "A"})["Location"] == reverse("criteria", args=[case.ref])
    page = desk(office.bob).get(reverse("criteria", args=[case.ref])).text
    assert "once the bureau has admitted the application" in page and "Hand it in" not in page
    admitted = moved(case, "admit", office.olga)
    assert "Everything is assessed. Hand it in" in desk(office.bob).get(reverse("criteria", args=[admitted.ref])).text


def test_what_came_over_from_the_last_cycle_says_so_where_it_is_answered(office: SimpleNamespace, desk: Desk):
    case = applied(office.hill, office.bob, a_campaign())
    desk(office.bob).post(criterion(case, 1), {"grade": "B"})
    said = "Filled in from the last cycle."
    assert said not in desk(office.bob).get(criterion(case, 1)).text
    case.answers.update(copied=True)
    assert said in desk(office.bob).get(criterion(case, 1)).text


def test_a_criterion_that_asks_for_evidence_and_cites_none_is_marked(office: SimpleNamespace, desk: Desk):
    case = applied(office.hill, office.bob, a_campaign())
    Criterion.objects.filter(checklist=case.checklist).update(wants="")
    Criterion.objects.filter(checklist=case.checklist, no="1.1").update(wants="照片5张")
    bob = desk(office.bob)
    for number in (1, 2):
        bob.post(criterion(case, number), {"grade": "A"})
    assert bob.get(reverse("criteria", args=[case.ref])).text.count("nothing supports it yet") == 1
    bob.post(criterion(case, 1), {"grade": "A", "uploads": paper("文化墙.txt")})
    assert "nothing supports it yet" not in bob.get(reverse("criteria", args=[case.ref])).text


def test_an_admitted_application_is_on_the_first_screen_of_whoever_assesses(office: SimpleNamespace, desk: Desk):
    case = applied(office.hill, office.bob, a_campaign())
    address = reverse("case", args=[case.ref])
    assert address not in desk(office.bob).get(reverse("workbench")).text  # the bureau has to admit it first
    case = moved(case, "admit", office.olga)
    assert address in desk(office.bob).get(reverse("workbench")).text
    assert address not in desk(office.charlie).get(reverse("workbench")).text
    moved(answered(case, office.bob), "assess", office.bob)
    assert address not in desk(office.bob).get(reverse("workbench")).text


def test_a_school_chooses_who_assesses_among_those_who_work_for_it(office: SimpleNamespace, desk: Desk):
    a_campaign()
    page = desk(office.bob).get(reverse("case-new", args=["application"])).text
    owners = page.partition('name="owner"')[2].partition("</select>")[0]
    assert "bob" in owners and "charlie" not in owners


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


@pytest.mark.parametrize(
    ("form", "said"),
    [({}, "Choose a grade"), ({"not_applicable": "on"}, "Say why"), ({"grade": "E"}, "Select a valid choice")],
)
def test_what_is_missing_is_said_at_the_field_and_nothing_is_lost(
    office: SimpleNamespace, desk: Desk, form: dict[str, str], said: str
):
    case = applied(office.hill, office.bob, a_campaign())
    answer = desk(office.bob).post(criterion(case, 1), form | {"note": "走廊有画"})
    assert answer.status_code == 422
    assert said in answer.text and "走廊有画" in answer.text
    assert not case.answers.exists()


def test_the_grade_and_the_reason_are_not_said_to_be_optional(office: SimpleNamespace, desk: Desk):
    case = applied(office.hill, office.bob, a_campaign())
    page = desk(office.bob).get(criterion(case, 1)).text
    fields = {name: re.search(rf'<div class="field field-{name}">.*?</div>', page, re.S) for name in ("grade", "note")}
    assert fields["grade"] is not None and "(optional)" not in fields["grade"].group()
    assert "Not needed where it does not apply." in fields["grade"].group()
    assert fields["note"] is not None and "(optional)" in fields["note"].group()


def test_a_photo_is_sent_once_and_cited_again(office: SimpleNamespace, desk: Desk):
    case = applied(office.hill, office.bob, a_campaign())
    bob = desk(office.bob)
    bob.post(criterion(case, 1), {"grade": "A", "uploads": paper("文化墙.txt")})
    material = Material.objects.get()
    bob.post(criterion(case, 2), {"grade": "A", "cites": [material.pk], "uploads": paper("文化墙.txt")})
    assert Material.objects.get().citations.count() == 2
    page = bob.get(reverse("materials", args=[case.ref])).text
    assert "文化墙.txt" in page and "1.1, 1.2" in page


def test_a_record_of_the_unit_is_cited_and_a_foreign_one_is_not_offered(office: SimpleNamespace, desk: Desk):
    ours = verified(visits(office.bob, office.hill), office.bob, office.alice)
    theirs = verified(visits(office.charlie, office.lake, title="他校走访"), office.charlie, office.alice)
    case = applied(office.hill, office.bob, a_campaign())
    bob = desk(office.bob)
    assert "他校走访" not in bob.get(criterion(case, 1)).text
    assert bob.post(criterion(case, 1), {"grade": "A", "record": theirs.pk}).status_code == 422
    assert bob.post(criterion(case, 1), {"grade": "A", "record": ours.pk}).status_code == 302
    assert Material.objects.get().record_id == ours.pk
    page = bob.get(criterion(case, 2)).text  # from now on it is ticked, and chosen no second time
    assert page.count(ours.title) == 1 and 'name="cites"' in page


def test_a_material_declared_void_shows_in_every_criterion(office: SimpleNamespace, desk: Desk):
    case = applied(office.hill, office.bob, a_campaign())
    bob = desk(office.bob)
    bob.post(criterion(case, 1), {"grade": "A", "uploads": paper("文化墙.txt")})
    material = Material.objects.get()
    address = reverse("material-void", args=[case.ref, material.pk])
    assert bob.post(address, {"reason": ""}).status_code == 422
    assert bob.post(address, {"reason": "不是本校"}).status_code == 302
    assert "不是本校" in bob.get(criterion(case, 1)).text
    assert "counts nothing" in bob.get(reverse("criteria", args=[case.ref])).text
    assert "1.1" in bob.get(reverse("case", args=[case.ref])).text


def test_beyond_the_last_criterion_there_is_nothing(office: SimpleNamespace, desk: Desk):
    case = applied(office.hill, office.bob, a_campaign())
    assert desk(office.bob).get(criterion(case, 5)).status_code == 404
    assert desk(office.bob).get(criterion(case, 0)).status_code == 404


def test_another_school_finds_no_trace(office: SimpleNamespace, desk: Desk):
    case = in_state(office, "assessed", a_campaign())
    charlie = desk(office.charlie)
    for route in ("criteria", "materials", "experts", "case"):
        assert charlie.get(reverse(route, args=[case.ref])).status_code == 404
    assert charlie.post(criterion(case, 1), {"grade": "A"}).status_code == 404
    assert "青山小学" not in charlie.get(reverse("campaign", args=[case.campaign.code])).text
    assert "青山小学" not in charlie.get(reverse("gaps")).text
    listed = load_workbook(BytesIO(b"".join(charlie.get(reverse("gaps-file")).streaming_content)))  # type: ignore[attr-defined]  # a file
    assert "青山小学" not in str([[cell.value for cell in row] for page in listed.worksheets for row in page])


def test_an_auditor_reads_and_writes_nothing(office: SimpleNamespace, desk: Desk):
    case = applied(office.hill, office.bob, a_campaign())
    dora = desk(office.dora)
    assert "Save, next" not in dora.get(criterion(case, 1)).text
    assert dora.post(criterion(case, 1), {"grade": "A"}).status_code == 403
    assert dora.get(reverse("experts", args=[case.ref])).status_code == 403
    assert desk(office.eve).get(reverse("campaigns")).status_code == 403


def sheet_link(page: str) -> str:
    """The address in the words for the expert."""
    found = re.search(r"/t/[\w-]+", page)
    assert found is not None
    return found.group()


def test_an_expert_opens_his_sheet_alone_grades_it_and_hands_it_in(office: SimpleNamespace, desk: Desk):
    case = applied(office.hill, office.bob, a_campaign())
    desk(office.bob).post(criterion(case, 1), {"grade": "A", "uploads": paper("文化墙.txt")})
    desk(office.bob).post(criterion(case, 3), {"grade": "A", "uploads": paper("绿化.txt", b"other")})
    answered(moved(case, "admit", office.alice), office.bob)
    for place, material in ((1, Material.objects.get(attachment__name="文化墙.txt")), (3, Material.objects.last())):
        desk(office.bob).post(criterion(case, place), {"grade": "A", "cites": [material.pk]})  # type: ignore[union-attr]  # there are two
    moved(case, "assess", office.bob)
    form = {"expert": "郑专家", "chapters": ["1", "3"], "days": "14"}
    link = sheet_link(desk(office.alice).post(reverse("experts", args=[case.ref]), form).text)
    expert = Client(headers={"accept-language": "en"})
    page = expert.get(link).text
    assert "1.1" in page and "3.1" in page and "2.1" not in page
    own, other = Material.objects.order_by("pk")
    assert expert.get(f"{link}?file={own.attachment_id}").status_code == 200
    assert expert.get(f"{link}?file={other.attachment_id}").status_code == 404
    assert expert.get(reverse("criteria", args=[case.ref])).status_code in (302, 403, 404)
    assert "no grade yet" in expert.post(link, {"hand-in": "1"}).text
    for place in (1, 2, 3):
        assert expert.post(f"{link}?no={place}", {"grade": "A", "note": "属实"}).status_code == 302
    assert "handed in" in expert.post(link, {"hand-in": "1"}).text
    assert [again(case).answers.get(criterion__no=no).expert_grade for no in ("1.1", "2.1")] == ["A", ""]
    assert expert.get(link).status_code == expert.get("/t/abcd2345abcd2345abcd/").status_code
    assert expert.get(link).status_code in (404, 410)


@pytest.mark.parametrize("how", ["taken back", "review over"])
def test_a_sheet_that_is_over_is_refused_like_one_that_never_was(office: SimpleNamespace, desk: Desk, how: str):
    case = in_state(office, "assessed", a_campaign())
    sheet, code = a_sheet(case, office.alice)
    link = reverse("ticket", args=[code])
    expert = Client(headers={"accept-language": "en"})
    assert expert.get(link).status_code == 200
    if how == "taken back":
        desk(office.alice).post(reverse("expert-back", args=[case.ref, sheet.pk]))
    else:
        moved(case, "return", office.alice)
    never = expert.get(reverse("ticket", args=["zzzz" + code[4:]]))
    over = expert.get(link)
    assert (over.status_code, over.text.count("郑专家")) == (never.status_code, 0)
    assert expert.post(f"{link}?no=1", {"grade": "A"}).status_code == never.status_code
    assert not ExpertSheet.objects.filter(handed_in__isnull=False).exists()


def test_a_member_grades_on_a_page_of_the_desk_that_opens_for_nobody_else(office: SimpleNamespace, desk: Desk):
    case = in_state(office, "assessed", a_campaign())
    experts, alice = reverse("experts", args=[case.ref]), desk(office.alice)
    asked = {"member": office.charlie.pk, "expert": "", "days": 14}
    assert alice.post(experts, asked | {"expert": "郑专家"}).status_code == 422  # one or the other
    assert alice.post(experts, asked | {"member": ""}).status_code == 422
    assert alice.post(experts, asked | {"member": office.bob.pk}).status_code == 422  # of the school itself
    made = alice.post(experts, asked)
    assert made.status_code == 200 and "/t/" not in made.text
    sheet = ExpertSheet.objects.get()
    own, charlie = reverse("grading", args=[sheet.pk]), desk(office.charlie)
    assert own in charlie.get(reverse("workbench")).text
    for stranger in (office.alice, office.bob, office.eve):
        assert desk(stranger).get(own).status_code == 404
        assert desk(stranger).post(f"{own}?no=1", {"grade": "A"}).status_code == 404
    early = charlie.post(own, {"hand-in": "1"})
    assert early.status_code == 422 and "4 criteria have no grade yet" in early.text
    for place in range(1, 5):
        assert charlie.post(f"{own}?no={place}", {"grade": "A", "note": ""}).status_code == 302
    assert charlie.post(own, {"hand-in": "1"}).status_code == 302
    assert charlie.get(own).status_code == 404
    assert case.answers.filter(expert_grade="A", sheet=sheet).count() == 4


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


def test_a_checklist_is_written_filled_from_a_workbook_and_copied(office: SimpleNamespace, desk: Desk):
    alice = desk(office.alice)
    form = {"name": "书香校园标准", "sort": "reading_campus", "issuer": "望川市", "city": "75", "then": "act"}
    assert alice.post(reverse("checklist-new"), form).status_code == 302
    checklist = Checklist.objects.get()
    address = reverse("checklist-criterion", args=[checklist.code])
    said = {"text": "阅读条件", "sort": "counted", "method": "materials", "share_a": 100, "share_b": 66, "share_c": 33,
            "share_d": 0}  # fmt: skip
    assert alice.post(address, said | {"no": "1", "points": ""}).status_code == 422
    assert alice.post(address, said | {"no": "1", "points": "20"}).status_code == 302
    out = b"".join(alice.get(reverse("checklist-file", args=[checklist.code])).streaming_content)  # type: ignore[attr-defined]  # a file
    book = load_workbook(BytesIO(out))
    book.worksheets[0].append(["2", "阅读活动", 30])
    changed = BytesIO()
    book.save(changed)
    upload = reverse("checklist-import", args=[checklist.code])
    assert alice.post(upload, {"file": paper("细则.xlsx", changed.getvalue())}).status_code == 302
    assert [leaf.no for leaf in checklist.leaves()] == ["1", "2"]
    book.worksheets[0].append(["2", "又一个", 30])
    book.save(changed := BytesIO())
    refused = alice.post(upload, {"file": paper("细则.xlsx", changed.getvalue())})
    assert refused.status_code == 422 and "!A4" in refused.text
    assert alice.post(reverse("checklist-copy", args=[checklist.code]), {"then": "act"}).status_code == 302
    assert Checklist.objects.filter(version=2).exists()
    assert desk(office.bob).post(reverse("checklist-copy", args=[checklist.code]), {"then": "act"}).status_code == 403


def test_a_locked_checklist_says_what_to_do(office: SimpleNamespace, desk: Desk):
    case = applied(office.hill, office.bob, a_campaign())
    code, alice = case.checklist.code, desk(office.alice)
    answer = alice.post(reverse("checklist-import", args=[code]), {"file": paper("细则.xlsx", b"no workbook")})
    assert answer.status_code == 422
    page = alice.get(reverse("checklist", args=[code])).text
    assert "Copy to a new version" in page and "From Excel" not in page


def test_gaps_say_what_is_missing_for_the_next_level(office: SimpleNamespace, desk: Desk):
    case = in_state(office, "assessed", a_campaign())
    graded(case, office.alice, n2_1="C")
    page = desk(office.alice).get(reverse("gaps")).text
    assert "绿化有人管护" in page and "走廊展示学生作品" in page  # a lower grade; no photos
    assert "校园广播每天开播" not in page
    assert "1 school has not assessed itself yet" in page and "明湖小学" in page
    answer = desk(office.alice).get(reverse("gaps-file"), {"unit": "hill"})
    book = load_workbook(BytesIO(b"".join(answer.streaming_content)))  # type: ignore[attr-defined]  # a file
    units, criteria = ([[cell.value for cell in row] for row in page][1:] for page in book.worksheets)
    assert (units[0][0], units[0][4:]) == ("青山小学", [66.5, 60, "by experts", 1, 1])
    assert [row[1] for row in criteria] == ["1.1", "2.1"]


def test_gaps_ask_no_more_for_more_schools(office: SimpleNamespace):
    campaign = a_campaign()
    units = [office.hill, office.lake]
    for unit, actor in ((office.hill, office.bob), (office.lake, office.charlie)):
        answered(moved(applied(unit, actor, campaign), "admit", office.alice), actor)
    asked = []
    for some in (units[:1], units):
        with CaptureQueriesContext(connection) as context:
            found = gaps(some, campaign.checklist, clock.today())
            assert [gap.score.total for gap in found if gap.score] == [100] * len(some)
        asked.append(len(context))
    assert asked[0] == asked[1]


def test_an_application_for_another_title_is_not_the_last_one(office: SimpleNamespace):
    one, other = (
        a_checklist(name=f"{title}细则", sort=OTHER, title=title) for title in ("县级书香校园", "县级绿色校园")
    )
    called = [a_campaign(each, name=each.title, level="county") for each in (one, other)]
    answered(moved(applied(office.hill, office.bob, called[0]), "admit", office.alice), office.bob)
    (gap,) = gaps([office.hill], other, clock.today())
    assert gap.application is None
    second = applied(office.hill, office.bob, called[1])
    assert second.begins_from is None and not second.answers.exists()
