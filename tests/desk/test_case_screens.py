"""What a case's page and the lists of cases put in front of whom."""

from datetime import timedelta
from types import SimpleNamespace

from bs4 import BeautifulSoup
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.portal.site import manuscript
from tests.records.cast import member
from tests.records.inquiries.test_incident import moved, reported
from tests.records.inquiries.test_letter import drafted
from youju.lib import clock
from youju.orgs.members import Role
from youju.records.inquiries.correction_letter.models import CorrectionLetter
from youju.records.inquiries.incident.models import Incident
from youju.records.kinds import get_case_kind
from youju.records.verbs.case_verbs import case_move, case_open


def _closed(cast: SimpleNamespace) -> Incident:
    incident = moved(reported(cast), "verify", cast.alice)
    return moved(incident, "close", cast.alice, review="回应不够快。", tasks="增设引导岗\n写入制度")


def _to_sign(cast: SimpleNamespace, title: str) -> CorrectionLetter:
    letter = drafted(cast, cast.alice, unit=cast.county, title=title)
    case_move(case=letter, action="submit", actor=cast.alice, version=letter.version)
    letter.refresh_from_db()
    return letter


def test_a_case_that_has_ended_is_found_among_all(cast: SimpleNamespace, desk: Desk) -> None:
    incident = _closed(cast)
    alice, address = desk(cast.alice), reverse("case", args=[incident.ref])
    for which, there in (("open", False), ("ended", True), ("all", True)):
        assert (address in alice.get(reverse("cases"), {"which": which}).text) is there
    assert incident.title in alice.get(reverse("cases"), {"which": "all", "text": incident.ref}).text


def test_what_undoes_a_case_does_not_stand_there_unfolded(cast: SimpleNamespace, desk: Desk) -> None:
    page = desk(cast.alice).get(reverse("case", args=[_closed(cast).ref]))
    (again,) = page.context["acts"]
    assert (again.action, again.is_open) == ("verify", False)
    assert '<details class="act" open' not in page.text


def test_the_only_thing_that_leads_on_stands_there_unfolded(cast: SimpleNamespace, desk: Desk) -> None:
    today = clock.today()
    values = {"unit": cast.hill, "title": "补齐器材", "owner": cast.bob, "happened": today, "due_on": today}
    case = case_open(kind=get_case_kind("followup"), values=values | {"note": "缺两只"}, actor=cast.alice)
    (finish,) = desk(cast.bob).get(reverse("case", args=[case.ref])).context["acts"]
    assert (finish.action, finish.is_open) == ("finish", True)


def test_a_link_opens_without_telling_where_from(cast: SimpleNamespace, desk: Desk) -> None:
    page = desk(cast.alice).get(reverse("case", args=[reported(cast).ref])).text
    assert 'href="https://bbs.example.cn/t/1" rel="noopener noreferrer nofollow"' in page


def test_a_task_that_became_a_follow_up_is_not_offered_again(cast: SimpleNamespace, desk: Desk) -> None:
    incident = _closed(cast)
    values = {"unit": cast.hill, "title": "增设引导岗", "note": "增设引导岗", "owner": cast.bob, "source": incident}
    days = {"happened": clock.today(), "due_on": clock.today() + timedelta(days=14)}
    made = case_open(kind=get_case_kind("followup"), values=values | days, actor=cast.alice)
    tasks = desk(cast.alice).get(reverse("case", args=[incident.ref])).text.partition('id="tasks"')[2]
    assert tasks.index(reverse("case", args=[made.ref])) < tasks.index("写入制度")
    assert tasks.count(f"source={incident.ref}&amp;about=") == 1


def test_a_manuscript_that_was_sent_back_says_why_until_it_is_handed_in_again(
    cast: SimpleNamespace, desk: Desk
) -> None:
    case, why = manuscript(cast), "请隐去学生姓名。"
    case_move(case=case, action="send-back", actor=cast.alice, version=case.version, reason=why)
    bob = desk(cast.bob)
    for address in (reverse("workbench"), reverse("case", args=[case.ref])):
        assert why in "".join(BeautifulSoup(bob.get(address).text, "html.parser").main.stripped_strings)  # type: ignore[union-attr]  # there is one
    (row,) = bob.get(reverse("workbench")).context["my_cases"]
    assert (row.case.ref, row.back.how, row.back.reason) == (case.ref, "returned", why)
    case.refresh_from_db()
    case_move(case=case, action="hand-in", actor=cast.bob, version=case.version)
    assert not bob.get(reverse("case", args=[case.ref])).context["back"]


def test_a_signing_leader_finds_what_is_to_be_signed_and_nothing_else(cast: SimpleNamespace, desk: Desk) -> None:
    sam = member("sam", cast.county, Role.SIGNER)
    waiting, draft = (
        _to_sign(cast, "关于放学秩序的复函"),
        drafted(cast, cast.alice, unit=cast.county, title="还没送签的函"),
    )
    page = desk(sam).get(reverse("workbench"))
    assert [row.case.ref for row in page.context["cases_to_sign"]] == [waiting.ref]
    assert waiting.title in page.text and draft.title not in page.text
    case_move(case=waiting, action="sign", actor=sam, version=waiting.version)
    assert not desk(sam).get(reverse("workbench")).context["cases_to_sign"]
