"""Every door of a record, tried by every role in every relation to it, in every state: one table a state.

The tables stand in the folder ``permissions``, a file a state and one for the pages, a row a door, a column for each
of WHO. A cell says what the answer is: ``r`` the page, ``+`` done and written down, ``x`` refused, ``!`` refused
because of the state of the record, ``-`` not as it stands, ``.`` as if the record did not exist. Whatever is not ``+``
leaves no trace.
"""

from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple

import pytest
from django.db import transaction
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.desk.paper import paper, seen, visits_form
from tests.desk.test_strangers import owned_routes
from tests.orgs.plant import plant
from tests.records.cast import member, noted, visits
from youju.orgs.members import Member, Role, RoleGrant
from youju.records.heads.attachments import Attachment
from youju.records.heads.record import Record
from youju.records.verbs.endings import record_drop
from youju.records.verbs.record_verbs import record_check, record_return, record_submit, record_verify

# bob wrote the record, or of what is filed alice did; carl is of his school too, rita reviews there, lena has left;
# charlie is of another school;
# nora has no role; alice and adam are officers of the bureau, cora of the city, olga of the next county;
# sam signs, dora audits, eve configures; otto is officer of an office, for study alone, and the record is a statistic.
WHO = ["bob", "carl", "rita", "charlie", "lena", "nora", "alice", "adam", "cora", "olga", "sam", "dora", "eve", "otto"]

STATES = ["draft", "submitted", "filed", "returned", "verified", "to check", "checked", "dropped"]

_TABLES = Path(__file__).parent / "permissions"
_SIGNS = {200: "r", 302: "+", 403: "x", 404: ".", 409: "!", 422: "-"}


class Door(NamedTuple):
    """An address and how it is used; ``form`` None is a page that is only looked at."""

    route: str
    form: dict[str, object] | None = None


def doors(record: Record, other: str = "") -> dict[str, Door]:
    """Every door of a record. other: the reference of one that tells the same."""
    decided: dict[str, object] = {"version": record.version, "reason": "x", **seen(record)}
    return {
        "see": Door("record"),
        "edit-page": Door("record-edit"),
        "amend-page": Door("record-amend"),
        "correct-pg": Door("record-correct"),
        "open-file": Door("evidence"),
        "edit": Door("record-edit", visits_form(record.unit_id, version=record.version)),
        "amend": Door("record-amend", visits_form(record.unit_id, title="走访", **decided)),
        "correct": Door("record-correct", visits_form(record.unit_id, value="18", **decided)),
        "submit": Door("record-submit", decided),
        "confirm": Door("record-confirm", decided),
        "withdraw": Door("record-withdraw", decided),
        "return": Door("record-return", decided),
        "check": Door("record-check", decided),
        "verify": Door("record-verify", decided),
        "void": Door("record-void", decided),
        "delete": Door("record-delete", decided),
        "drop": Door("record-drop", decided),
        "resume": Door("record-resume", decided),
        "close": Door("record-close", decided | {"same_as": other}),
        "attach": Door("evidence-attach", {"grade": "file"}),
        "detach": Door("evidence-detach", decided),
        "grade": Door("evidence-grade", {}),
    }


@pytest.fixture
def crowd(cast: SimpleNamespace) -> dict[str, Member]:
    next_county = plant(code="mo", kind="county", name="墨山县教育局", parent=cast.city)
    more = {
        "carl": member("carl", cast.hill, Role.LIAISON),
        "rita": member("rita", cast.hill, Role.REVIEWER),
        "lena": member("lena", cast.hill, Role.LIAISON),
        "nora": member("nora", cast.county),
        "adam": member("adam", cast.county, Role.OFFICER),
        "cora": member("cora", cast.city, Role.OFFICER),
        "olga": member("olga", next_county, Role.OFFICER),
        "sam": member("sam", cast.county, Role.SIGNER),
    }
    office = plant("office", "office", "宣传科", cast.county)
    more["otto"] = member("otto", office, Role.OFFICER)
    RoleGrant.objects.filter(member=more["otto"]).update(sections=["study"])
    RoleGrant.objects.filter(member=more["lena"]).update(until=date(2025, 1, 1))
    return vars(cast) | more


@pytest.mark.portable
@pytest.mark.parametrize("state", STATES)
def test_each_member_can_do_just_what_the_table_says(
    cast: SimpleNamespace, crowd: dict[str, Member], desk: Desk, state: str
):
    record = _record(cast, desk, state)
    attached = Attachment.objects.get(record_ref=record.ref).pk
    other = visits(cast.bob, cast.hill, title="同一件事")
    record_submit(record=other, actor=cast.bob)
    told = doors(record, other.ref)
    expected = _table(state)
    found = {name: [_tried(desk, crowd[who], told[name], record, attached) for who in WHO] for name in expected}
    assert found == expected


def test_each_member_opens_just_the_pages_of_the_table(crowd: dict[str, Member], desk: Desk):
    expected = _table("pages")
    given: dict[str, list[object]] = {
        "record-list": ["statistics"],
        "record-new": ["statistic"],
        "case-new": ["followup"],
        "figure": ["exam.candidates"],
        "figure-section": ["statistics"],
        "setting": ["late_days"],
    }
    given |= {"summary": [2025], "unit": ["hill"], "unit-change": ["hill", "rename"], "group": ["no-such"]}
    found = {}
    for name in expected:
        address = reverse(name, args=given.get(name))
        found[name] = [_SIGNS[desk(crowd[who]).get(address, follow=True).status_code] for who in WHO]
    assert found == expected


def _table(name: str) -> dict[str, list[str]]:
    """The rows of a file: what is tried, and its answers in the order of WHO."""
    rows = (_TABLES / f"{name.replace(' ', '-')}.txt").read_text().splitlines()
    return {row.split()[0]: row.split()[1:] for row in rows}


def _record(cast: SimpleNamespace, desk: Desk, state: str) -> Record:
    type(cast.hill).objects.filter(pk=cast.hill.pk).update(checks="check" in state)
    author = cast.alice if state == "filed" else cast.bob  # an officer, for the school
    record = visits(author, cast.hill)
    desk(author).post(reverse("evidence-attach", args=[record.ref]), {"uploads": paper(), "grade": "file"})
    if state != "draft":
        record_submit(record=record, actor=author)
    if state == "returned":
        record_return(record=record, actor=cast.alice, reason="x")
    if state == "dropped":
        record_return(record=record, actor=cast.alice, reason="x")
        record_drop(record=record, actor=cast.bob, reason="x")
    if state == "checked":
        record_check(record=record, actor=Member.objects.get(username="rita"))
    if state == "verified":
        record_verify(record=record, actor=cast.alice)
    record.refresh_from_db()
    return record


def _tried(desk: Desk, who: Member, door: Door, record: Record, attached: int) -> str:
    """What a member gets; what was done is taken back, so that the next one meets the same record."""
    given = _given(door.route, record, attached)
    before = noted()
    with transaction.atomic():
        if door.form is None:
            status = desk(who).get(reverse(door.route, kwargs=given)).status_code
        else:
            form = door.form | ({"uploads": paper("二.txt", b"more")} if door.route == "evidence-attach" else {})
            status = desk(who).post(reverse(door.route, kwargs=given), form).status_code
        written = noted() > before
        transaction.set_rollback(True)
    assert written == (status == 302), f"{who}: {door.route} {status}"
    return _SIGNS[status]


def _given(route: str, record: Record, attached: int) -> dict[str, object]:
    asked = dict(owned_routes())[route]
    return {key: value for key, value in (("ref", record.ref), ("pk", attached)) if key in asked}
