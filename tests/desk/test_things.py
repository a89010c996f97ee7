"""Standing things at the desk: reported by a school, confirmed together, joined on the page, shown as of a day."""

from datetime import date
from types import SimpleNamespace

from django.urls import reverse

from tests.desk.conftest import Desk
from tests.desk.paper import paper
from tests.records.cast import DAY
from youju.ledger import log
from youju.records.heads.attachments import Attachment
from youju.records.kinds import get_case_kind
from youju.records.reading.drift import drifted
from youju.records.standing.thing.models import Thing
from youju.records.verbs.case_verbs import case_move, case_open

_NEW = reverse("case-new", args=["thing"])
_LIST = reverse("cases-of", args=["thing"])


def _form(cast: SimpleNamespace, **values: object) -> dict[str, object]:
    given = {"unit": cast.hill.pk, "sort": "reading_room", "title": "晨曦书吧", "happened": "2025-03-14"}
    return given | values


def _programme(cast: SimpleNamespace) -> Thing:
    values = {"unit": cast.county, "sort": "programme", "topic": "heritage", "title": "剪纸进课堂", "happened": DAY}
    case = case_open(kind=get_case_kind("thing"), values=values, actor=cast.bob)
    case_move(case=case, action="confirm", actor=cast.alice, version=1)
    thing: Thing = Thing.objects.get(pk=case.pk)
    return thing


def _move(desk: Desk, who: object, thing: Thing, action: str, **values: object) -> int:
    thing.refresh_from_db()
    form = {"version": thing.version, **values}
    return int(desk(who).post(reverse("case-move", args=[thing.ref, action]), form).status_code)  # type: ignore[arg-type]  # a member of the cast


def test_a_school_reports_it_and_an_officer_confirms_what_waits_together(cast: SimpleNamespace, desk: Desk):
    assert _NEW in desk(cast.bob).get(reverse("record-choose")).text
    assert desk(cast.bob).post(_NEW, _form(cast, uploads=paper())).status_code == 302
    assert desk(cast.bob).post(_NEW, _form(cast, title="亭林书吧")).status_code == 302
    assert Attachment.objects.count() == 1 and log.size() == 0
    assert "晨曦书吧" in desk(cast.alice).get(reverse("workbench")).text
    refs = list(Thing.objects.values_list("ref", flat=True))
    together = reverse("cases-move", args=["thing", "confirm"])
    assert together in desk(cast.alice).get(_LIST, {"which": "waiting"}).text
    assert together not in desk(cast.bob).get(_LIST, {"which": "waiting"}).text
    assert desk(cast.bob).post(together, {"case": refs}).status_code == 403
    assert desk(cast.alice).post(together, {"case": refs}).status_code == 302
    assert set(Thing.objects.values_list("state", flat=True)) == {"open"}
    assert list(drifted()) == []


def test_a_rule_wants_its_document_and_a_topic_fits_its_sort(cast: SimpleNamespace, desk: Desk):
    for values in ({"sort": "rule"}, {"topic": "heritage"}, {"closed_on": "2025-03-01"}, {"happened": "2031-01-01"}):
        assert desk(cast.bob).post(_NEW, _form(cast, **values)).status_code == 422
    assert not Thing.objects.exists()


def test_several_units_join_at_once_and_the_page_shows_any_day(cast: SimpleNamespace, desk: Desk):
    thing = _programme(cast)
    joining = {"joining": [cast.hill.pk, cast.lake.pk], "since": "2025-04-01"}
    assert _move(desk, cast.alice, thing, "join", **joining) == 302
    assert _move(desk, cast.alice, thing, "join", **joining) == 422  # no more to choose
    address = reverse("case", args=[thing.ref])
    shown = [
        "since 2025-04-01" in desk(cast.alice).get(address, {"day": day}).text for day in ("2025-04-01", "2025-03-31")
    ]
    assert shown == [True, False]
    part = thing.parts_listed()[1]
    assert _move(desk, cast.alice, thing, "leave", leaving=[part.pk], until="2025-09-01") == 302
    assert [str(each) for each in thing.parts_on(date(2025, 9, 1))] == ["青山小学"]


def test_what_cannot_be_is_said_on_the_page_and_nothing_is_done(cast: SimpleNamespace, desk: Desk):
    thing = _programme(cast)
    size = log.size()
    assert _move(desk, cast.alice, thing, "join", joining=[cast.hill.pk], since="2025-03-01") == 422
    assert log.size() == size
    assert desk(cast.alice).get(reverse("case", args=[thing.ref]), {"day": "不是日期"}).status_code == 200


def test_another_school_finds_no_trace(cast: SimpleNamespace, desk: Desk):
    desk(cast.bob).post(_NEW, _form(cast))
    thing = Thing.objects.get()
    charlie = desk(cast.charlie)
    assert charlie.get(reverse("case", args=[thing.ref])).status_code == 404
    assert "晨曦书吧" not in charlie.get(_LIST).text
    assert charlie.post(reverse("cases-move", args=["thing", "confirm"]), {"case": [thing.ref]}).status_code == 404
    assert charlie.post(_NEW, _form(cast)).status_code == 422
