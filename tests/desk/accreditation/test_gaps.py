"""What is missing for the next level, school by school."""

from __future__ import annotations

from io import BytesIO
from types import SimpleNamespace
from typing import TYPE_CHECKING

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from tests.records.accreditation.applying import (
    a_campaign,
    a_checklist,
    answered,
    applied,
    graded,
    in_state,
    moved,
)
from youju.lib import clock
from youju.records.accreditation.application.gaps import gaps
from youju.records.accreditation.holding.models import OTHER

if TYPE_CHECKING:
    from tests.desk.conftest import Desk


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
