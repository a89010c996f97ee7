"""Follow-ups at the desk: raised from a record, done by the school, confirmed by somebody else."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.desk.paper import paper
from tests.records.cast import DAY, member, verified, visits
from youju.ledger import log
from youju.lib import clock
from youju.orgs.members import Role
from youju.records.case_rights import may_move
from youju.records.followup.models import Followup
from youju.records.heads.attachments import Attachment
from youju.records.inquiries.incident.models import Incident
from youju.records.kinds import get_case_kind
from youju.records.reading.drift import drifted
from youju.records.verbs.case_verbs import case_open


def _form(cast: SimpleNamespace, **values: object) -> dict[str, object]:
    given = {"unit": cast.hill.pk, "title": "补齐消防器材", "owner": cast.bob.pk, "happened": "2025-03-14"}
    return given | {"due_on": "2025-03-28", "note": "走廊缺两只灭火器"} | values


def _raised(cast: SimpleNamespace, **values: object) -> Followup:
    given = {
        "unit": cast.hill,
        "title": "补齐消防器材",
        "happened": DAY,
        "due_on": date(2025, 3, 28),
        "owner": cast.bob,
    }
    case_open(kind=get_case_kind("followup"), values=given | values, actor=cast.alice)
    return Followup.objects.order_by("pk").last() or Followup()


def test_it_leads_back_to_the_case_or_the_record_that_raised_it(cast: SimpleNamespace, desk: Desk):
    values = {
        "unit": cast.hill,
        "title": "学校午餐",
        "owner": cast.bob,
        "noticed_at": clock.now(),
        "link": "https://bbs.example.cn/t/1",
    }
    case_open(kind=get_case_kind("incident"), values=values | {"note": ""}, actor=cast.alice)
    incident = Incident.objects.get()
    record = verified(visits(cast.bob, cast.hill), cast.bob, cast.alice)
    for source, address in ((incident, f"/case/{incident.ref}/"), (record, f"/record/{record.ref}/")):
        raised = _raised(cast, source=source)
        for page in (reverse("case", args=[raised.ref]), f"/cases/followup/new?source={source.ref}"):
            assert f'<a href="{address}">{source.title}</a>' in desk(cast.alice).get(page).text


def _move(desk: Desk, who: object, case: Followup, action: str, **values: object) -> int:
    case.refresh_from_db()
    form = {"version": case.version, **values}
    return int(desk(who).post(reverse("case-move", args=[case.ref, action]), form).status_code)  # type: ignore[arg-type]  # a member of the cast


def test_it_goes_from_a_record_to_its_confirmation(cast: SimpleNamespace, desk: Desk):
    record = verified(visits(cast.bob, cast.hill), cast.bob, cast.alice)
    assert reverse("case-new", args=["followup"]) in desk(cast.alice).get(reverse("record", args=[record.ref])).text
    address = reverse("case-new", args=["followup"])
    assert desk(cast.alice).post(address, _form(cast, source=record.ref)).status_code == 302
    case = Followup.objects.get()
    assert (case.source_id, case.section) == (record.pk, "statistics")
    done = {"done_on": "2025-03-20", "outcome": "已更换", "uploads": paper()}
    assert _move(desk, cast.bob, case, "finish", **done) == 302
    assert Attachment.objects.get(record_ref=case.ref).name
    assert _move(desk, cast.alice, case, "confirm") == 302
    page = desk(cast.bob).get(reverse("case", args=[case.ref])).text
    assert "已更换" in page and "走访农户" in page and 'class="state state-confirmed"' in page
    assert list(drifted()) == []


def test_what_is_missing_is_said_at_its_field_and_nothing_is_done(cast: SimpleNamespace, desk: Desk):
    case, size = _raised(cast), log.size()
    assert _move(desk, cast.bob, case, "finish", done_on="2025-03-01", outcome="") == 422
    assert _move(desk, cast.alice, case, "drop", reason=" ") == 422
    answer = desk(cast.alice).post(reverse("case-new", args=["followup"]), _form(cast, due_on="2025-03-01"))
    assert answer.status_code == 422 and "补齐消防器材" in answer.text
    assert log.size() == size


def test_an_owner_must_work_for_the_unit(cast: SimpleNamespace, desk: Desk):
    answer = desk(cast.alice).post(reverse("case-new", args=["followup"]), _form(cast, owner=cast.charlie.pk))
    assert answer.status_code == 422
    assert not Followup.objects.exists()


def test_another_school_finds_no_trace(cast: SimpleNamespace, desk: Desk):
    case = _raised(cast)
    charlie = desk(cast.charlie)
    assert charlie.get(reverse("case", args=[case.ref])).status_code == 404
    assert charlie.post(reverse("case-move", args=[case.ref, "finish"]), {"version": 1}).status_code == 404
    assert "补齐消防器材" not in charlie.get(reverse("cases")).text
    assert "补齐消防器材" not in charlie.get(reverse("cases"), {"unit": "hill"}).text


def test_an_officer_of_other_sections_neither_raises_nor_decides(cast: SimpleNamespace, desk: Desk):
    otto = member("otto", cast.county, Role.OFFICER)
    otto.grants.update(sections=["study"])
    case = _raised(cast)
    assert desk(otto).get(reverse("case", args=[case.ref])).status_code == 404
    assert desk(otto).get(reverse("case-new", args=["followup"])).status_code == 403
    assert reverse("case-new", args=["followup"]) not in desk(otto).get(reverse("cases")).text
    assert not may_move(otto, case, case.moves["put-off"])


def test_a_file_s_name_is_kept_as_safely_as_beside_a_record(cast: SimpleNamespace, desk: Desk):
    case = _raised(cast)
    named = paper("\u202eexe.三月" + "长" * 200 + ".txt")
    assert _move(desk, cast.bob, case, "finish", done_on="2025-03-20", outcome="已更换", uploads=named) == 302
    attachment = Attachment.objects.get(record_ref=case.ref)
    assert "\u202e" not in attachment.name and len(attachment.name) <= 160
    assert attachment.role


def test_an_old_page_moves_nothing(cast: SimpleNamespace, desk: Desk):
    case = _raised(cast)
    form = {"version": 7, "reason": "延期", "due_on": "2025-05-01"}
    assert desk(cast.alice).post(reverse("case-move", args=[case.ref, "put-off"]), form).status_code == 409


@pytest.mark.parametrize(
    ("which", "titles"),
    [
        ("", {"甲", "乙", "丙"}),
        ("mine", {"甲"}),
        ("overdue", {"甲"}),
        ("waiting", set()),
        ("ended", {"丁"}),
        ("nonsense", set()),
    ],
)
def test_the_list_shows_what_is_asked_for(cast: SimpleNamespace, desk: Desk, which: str, titles: set[str]):
    olga = member("olga", cast.county, Role.OFFICER)
    with clock.at(clock.now().replace(year=2025, month=4, day=1)):
        _raised(cast, title="甲", owner=cast.alice)
        _raised(cast, title="乙", due_on=date(2025, 5, 1))
        _raised(cast, title="丙", due_on=date(2025, 5, 1), owner=olga)
        ended = _raised(cast, title="丁")
        assert _move(desk, cast.alice, ended, "drop", reason="学校已撤并") == 302
        page = desk(cast.alice).get(reverse("cases"), {"which": which}).text
    assert {title for title in "甲乙丙丁" if f">{title}</a>" in page} == titles


def test_kinds_with_something_open_stand_with_their_count_and_the_others_are_folded(cast: SimpleNamespace, desk: Desk):
    _raised(cast), _raised(cast)
    tabs = desk(cast.alice).get(reverse("cases")).context["tabs"]
    assert [(tab.kind.code, tab.open) for tab in tabs.shown] == [("followup", 2)]
    assert "incident" in [tab.kind.code for tab in tabs.rest]
    here = desk(cast.alice).get(reverse("cases-of", args=["incident"])).context["tabs"]
    assert [(tab.kind.code, tab.current) for tab in here.shown] == [("incident", True), ("followup", False)]
    assert [tab.kind.code for tab in desk(cast.charlie).get(reverse("cases")).context["tabs"].shown] == []


def test_an_open_case_and_the_list_have_words_for_the_group(cast: SimpleNamespace, desk: Desk):
    case = _raised(cast)
    line = "青山小学, “补齐消防器材”, in charge: bob, by 2025-03-28, to be settled"
    page = desk(cast.alice).get(reverse("case", args=[case.ref])).text
    assert line in page
    assert f"See: http://testserver{reverse('case', args=[case.ref])}" in page
    listed = desk(cast.alice).get(reverse("cases-of", args=["followup"])).text
    assert f"Follow-ups, 1 case:\n{line}" in listed


def test_a_settled_case_has_no_words_for_the_group(cast: SimpleNamespace, desk: Desk):
    case = _raised(cast)
    _move(desk, cast.bob, case, "finish", done_on="2025-03-20", outcome="已更换")
    assert "case-text" not in desk(cast.alice).get(reverse("case", args=[case.ref])).text
