"""What an asker handed in, and accusations in what is passed on: files, documents, group texts, workbooks, figures."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from pytest_django import Settings

from tests.desk.conftest import Desk
from tests.records.cast import member, people
from tests.records.inquiries.desk_of_inquiries import DAY, NOON, assigned, at_desk, drafted, moved, reread, taken_in
from youju.evidence.models import File
from youju.evidence.store import receive
from youju.lib import clock
from youju.lib.periods import Period
from youju.orgs.audit import AuditRow
from youju.orgs.groups import Group, GroupSort, Membership
from youju.orgs.members import Member, Role, RoleGrant
from youju.records.heads.attachments import Attachment, Grade
from youju.records.inquiries.inquiry.models import Inquiry
from youju.records.kinds import get_case_kind
from youju.records.reading.files import shown_in_texts, shown_to
from youju.records.sheets.exporting import export_note, export_of
from youju.records.verbs.case_verbs import case_move, case_open
from youju.summaries.binding.build import build
from youju.summaries.issuing.firmness import Grounds

TITLE = "反映青山小学违规收费"


@pytest.fixture
def office(cast: SimpleNamespace, settings: Settings, tmp_path: object) -> Iterator[SimpleNamespace]:
    """Beside the cast: of hill's accounts harry is an officer of the bureau."""
    settings.EVIDENCE_FOLDER = f"{tmp_path}/evidence"
    with clock.at(NOON):
        at_desk(cast)
        cast.harry = member("harry", cast.hill)
        RoleGrant.objects.create(member=cast.harry, role=Role.OFFICER, unit=cast.county)
        yield cast


def accused(office: SimpleNamespace, **values: object) -> Inquiry:
    given = {"sort": "accusation", "about_unit": office.hill, "title": TITLE, "text": "向每名学生收取两百元资料费。"}
    return taken_in(office, **(given | values))


def received(by: Member, text: str) -> File:
    return receive(content=ContentFile(text.encode()), name="材料.txt", received_by=by.token)


def with_files(office: SimpleNamespace, **moved_with: object) -> Inquiry:
    """An appeal that came with two files, handled by bob's school."""
    inquiry = taken_in(office, sort="appeal", about_unit=office.hill)
    case = reread(inquiry.pk)
    files = [(received(office.alice, "申请人 钱先生"), "申请.txt"), (received(office.alice, "校门口照片"), "现场.txt")]
    case_move(case=case, action="supplement", actor=office.alice, version=case.version,
              values={"supplement": "补充两份材料"}, files=files)  # fmt: skip
    inquiry = moved(inquiry, "accept", office.alice)
    return moved(inquiry, "assign", office.alice, unit=office.hill, owner=office.bob, **moved_with)


def pieces(inquiry: Inquiry) -> list[Attachment]:
    return list(Attachment.objects.filter(record_ref=inquiry.ref).order_by("pk"))


def names(member: Member, inquiry: Inquiry) -> list[str]:
    return [each.name for each in shown_to(member, inquiry, pieces(inquiry))]


def test_a_school_finds_none_of_the_askers_files(office: SimpleNamespace, desk: Desk):
    inquiry = with_files(office)
    page = desk(office.bob).get(reverse("case", args=[inquiry.ref]))
    assert page.status_code == 200 and "申请.txt" not in page.text and "现场.txt" not in page.text
    for piece in pieces(inquiry):
        for route in ("evidence", "evidence-view", "evidence-picture", "evidence-pdf"):
            assert desk(office.bob).get(reverse(route, args=[piece.pk])).status_code == 404, route
        assert desk(office.alice).get(reverse("evidence", args=[piece.pk])).status_code == 200
    assert names(office.olga, inquiry) == ["申请.txt", "现场.txt"]


def test_it_finds_what_an_officer_passed_on_and_what_it_adds_itself(office: SimpleNamespace, desk: Desk):
    inquiry = with_files(office)
    passed = pieces(inquiry)[1]
    form = {"version": inquiry.version, "unit": office.hill.pk, "owner": office.bob.pk, "passed_files": [passed.pk],
            "passed_text": "课后服务收费咨询", "reason": "附现场照片"}  # fmt: skip
    answer = desk(office.alice).post(reverse("case-move", args=[inquiry.ref, "reassign"]), form)
    assert answer.status_code == 302
    assert names(office.bob, inquiry) == ["现场.txt"]
    assert desk(office.bob).get(reverse("evidence", args=[passed.pk])).status_code == 200
    assert desk(office.bob).get(reverse("evidence", args=[pieces(inquiry)[0].pk])).status_code == 404
    (row,) = AuditRow.objects.filter(action="inquiry.pass-files", target=inquiry.ref)
    assert row.detail["files"] == [passed.content]
    case = reread(inquiry.pk)
    files = [(received(office.bob, "收费公示"), "公示.txt")]
    case_move(case=case, action="draft", actor=office.bob, version=case.version,
              values={"draft": drafted(office.bob)}, files=files)  # fmt: skip
    assert names(office.bob, inquiry) == ["现场.txt", "公示.txt"]


def test_no_text_names_a_file_of_an_asker(office: SimpleNamespace):
    inquiry = with_files(office)
    assert shown_in_texts(pieces(inquiry)) == []
    inquiry.passed_files.set(pieces(inquiry)[1:])
    assert [each.name for each in shown_in_texts(pieces(inquiry))] == ["现场.txt"]
    Inquiry.objects.filter(pk=inquiry.pk).update(sort="accusation")
    assert shown_in_texts(pieces(inquiry)) == []


def test_a_document_neither_cites_an_accusation_nor_says_its_title(office: SimpleNamespace):
    inquiry = accused(office)
    followup = case_open(
        kind=get_case_kind("followup"), actor=office.alice,
        values={"unit": office.county, "title": "查收费", "happened": DAY, "owner": office.olga, "source": inquiry,
                "due_on": DAY, "need": "查收费"},
    )  # fmt: skip
    for case in (inquiry, followup):
        summary = build(
            unit=office.county, period=Period.year(2025), template=f"已办。{{{{记录 {case.ref}}}}}", draft=True
        )
        assert summary.cited == () and len(summary.problems) == 1
        assert case.title not in str(summary.problems)


def test_the_question_card_shows_nothing_of_an_accusation(office: SimpleNamespace):
    inquiry = accused(office)
    case = reread(inquiry.pk)
    case_move(case=case, action="supplement", actor=office.alice, version=case.version,
              values={"supplement": "票据"}, files=[(received(office.alice, "票据"), "票据.txt")])  # fmt: skip
    Attachment.objects.update(grade=Grade.THIRD_PARTY)
    inquiry.passed_files.set(pieces(inquiry))
    entries = range(50)
    assert Grounds(entries).refs(entries) == [inquiry.ref]
    assert Grounds(entries).strongest(entries) == []
    Inquiry.objects.filter(pk=inquiry.pk).update(sort="question")
    assert [each.name for each in Grounds(entries).strongest(entries)] == ["票据.txt"]


def test_words_for_a_group_leave_accusations_out_and_do_not_count_them(office: SimpleNamespace, desk: Desk):
    assigned(office, owner=office.olga)
    made = assigned(office, owner=office.olga, sort="accusation", about_unit=office.hill, title=TITLE)
    for url in (reverse("cases"), reverse("cases-of", args=["inquiry"])):
        answer = desk(office.olga).get(url)
        assert TITLE in answer.text
        assert TITLE not in answer.context["group_text"] and "1 case:" in answer.context["group_text"]
    page = desk(office.olga).get(reverse("case", args=[made.ref]))
    assert page.status_code == 200 and page.context["group_text"] == ""


def test_a_workbook_holds_accusations_for_their_handler_alone_and_the_audit_says_so(office: SimpleNamespace):
    assigned(office, owner=office.olga)
    assigned(office, owner=office.olga, sort="accusation", about_unit=office.hill, title=TITLE)
    kind = get_case_kind("inquiry")
    taken = {}
    for actor in (office.alice, office.sam, office.olga):
        export = export_of(kind=kind, actor=actor)
        export_note(export=export, form="xlsx", actor=actor)
        taken[actor.username] = TITLE in str(list(export.rows()))
    assert taken == {"alice": False, "sam": True, "olga": True}  # sam: the leader who stands for the missing group
    notes = {row.actor: row.detail.get("confidential") for row in AuditRow.objects.filter(action="sheet.export")}
    assert notes == {office.alice.token: None, office.sam.token: 1, office.olga.token: 1}
    (wei,) = people(office.county, "魏监察")
    wei.member = office.alice
    wei.save()
    group = Group.objects.create(code="yun.discipline", unit=office.county, sort=GroupSort.DISCIPLINE, name="纪检组")
    Membership.objects.create(group=group, person=wei)
    assert export_of(kind=kind, actor=office.alice).count() == 2
    assert export_of(kind=kind, actor=office.sam).count() == 1


def test_a_seconded_officer_finds_the_same_page_behind_a_number_whatever_was_asked(office: SimpleNamespace, desk: Desk):
    url = reverse("figure", args=["inquiries.phone.received"]) + "?period=2025&unit=yun"
    told = []
    for make in (taken_in, accused):
        inquiry = make(office)
        context = desk(office.harry).get(url).context
        told.append((context["records"], context["hidden"], context["page"].paginator.count))
        assert inquiry.title in desk(office.alice).get(url).text
    assert told == [([], 0, 0)] * 2


def test_an_accusation_about_the_bureau_leaves_no_gap_behind_a_number(office: SimpleNamespace, desk: Desk):
    taken_in(office)
    accused(office, about_unit=office.county)
    url = reverse("figure", args=["inquiries.phone.received"]) + "?period=2025&unit=yun"
    context = desk(office.alice).get(url).context
    assert len(context["records"]) == 1
    assert (context["hidden"], context["page"].paginator.count) == (0, 1)
