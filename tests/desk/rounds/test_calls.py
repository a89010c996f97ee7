"""A call at the schools: who is told of it, what its form asks, and what comes of a nomination."""

from types import SimpleNamespace

from django.urls import reverse

from tests.desk.conftest import Desk
from tests.records.honours.selection import called, moved, nominated
from youju.orgs.units import Unit
from youju.records.alerts import Alert, AlertSort
from youju.records.honours.title.models import GoesTo
from youju.records.verbs.case_verbs import case_move

CALL = "2026年师德标兵评选"


def test_a_school_with_a_place_left_is_told_of_the_call(office: SimpleNamespace, desk: Desk):
    round = moved(called(office), "begin", office.alice)
    told = Alert.objects.filter(target=round.ref, sort=AlertSort.ASKED)
    assert {alert.member.username for alert in told} == {"bob", "charlie", "dan"}
    page = desk(office.charlie).get(reverse("workbench")).text
    assert CALL in page and "Your unit may nominate 1; 0 are nominated." in page
    offer = f"?source={round.ref}"
    assert offer in desk(office.charlie).get(round_page(round.ref)).text
    nominated(round, office.lake, office.lakers[0], office.charlie)
    assert CALL not in desk(office.charlie).get(reverse("workbench")).text
    assert offer not in desk(office.charlie).get(round_page(round.ref)).text
    assert CALL in desk(office.bob).get(reverse("workbench")).text


def test_nobody_is_asked_for_nominations_before_the_call_or_after_its_last_day(office: SimpleNamespace, desk: Desk):
    round = called(office)
    assert CALL not in desk(office.bob).get(reverse("workbench")).text
    moved(round, "begin", office.alice)
    type(round).objects.update(due_on="2026-03-01")
    assert CALL not in desk(office.bob).get(reverse("workbench")).text


def test_a_title_for_persons_asks_for_one_and_a_title_for_units_for_none(office: SimpleNamespace, desk: Desk):
    round = moved(called(office), "begin", office.alice)
    new = f"{reverse('case-new', args=['nomination'])}?source={round.ref}"
    sent = {"source": round.ref, "unit": office.hill.pk, "selection": round.pk, "note": "教龄五年", "person": ""}
    refused = desk(office.bob).post(reverse("case-new", args=["nomination"]), sent)
    assert refused.status_code == 422 and "教龄五年" in refused.text and not round.nominations.exists()
    type(office.title).objects.update(goes_to=GoesTo.UNIT)
    assert 'name="person"' not in desk(office.bob).get(new).text
    assert desk(office.bob).post(reverse("case-new", args=["nomination"]), sent).status_code == 302
    assert str(round.nominations.get().who) == "青山小学"


def test_a_school_is_told_that_its_nomination_was_not_accepted(office: SimpleNamespace):
    round = moved(called(office, by_town=False), "begin", office.alice)
    nomination = nominated(round, office.hill, office.hillers[0], office.bob)
    case_move(case=nomination, action="refuse", actor=office.alice, version=nomination.version, reason="教龄不足三年")
    assert Alert.objects.filter(target=nomination.ref, member=office.bob, sort=AlertSort.MOVED_ON).exists()


def test_the_call_says_how_many_places_its_units_have_together(office: SimpleNamespace, desk: Desk):
    round = called(office)
    assert "Units that may nominate: 3; places in all: 4" in desk(office.alice).get(round_page(round.ref)).text


def round_page(ref: str) -> str:
    return reverse("case", args=[ref])


def test_a_quota_row_given_to_another_unit_takes_that_units_base(office: SimpleNamespace, desk: Desk):
    round = called(office, by_town=False, quota_by="roster", quotas=[
        {"unit": office.hill, "base": 3, "places": 2}, {"unit": office.lake, "base": 2, "places": 1},
    ])  # fmt: skip
    round = moved(round, "begin", office.alice)

    def bases_after(*rows: tuple[Unit, int]) -> dict[str, int]:
        there = type(round).objects.get(pk=round.pk)
        form = {"version": there.version, "due_on": there.due_on, "quotas-rows": len(rows)}
        for place, (unit, base) in enumerate(rows):
            form |= {f"quotas-{place}-{name}": value for name, value in
                     (("unit", unit.name), ("base", base), ("places", 1))}  # fmt: skip
        sent = desk(office.alice).post(reverse("case-move", args=[round.ref, "requota"]), form | {"reason": "调整"})
        assert sent.status_code == 302
        return dict(there.quotas.values_list("unit__code", "base"))

    assert bases_after((office.creek, 3), (office.lake, 2)) == {"creek": 1, "lake": 2}  # its roster holds one
    assert bases_after((office.lake, 1), (office.creek, 2)) == {"creek": 1, "lake": 2}  # exchanged
    assert bases_after((office.lake, 7), (office.creek, 1)) == {"creek": 1, "lake": 7}  # typed: it stays
