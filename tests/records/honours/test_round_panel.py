"""The panel of a selection: who stands aside, sheets whole and handed in once, totals that stay."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.db import transaction

from tests.records.honours.selection import (
    CALLED,
    best,
    collected,
    listed,
    moved,
    paneled,
    refuses,
    scored,
)
from youju.lib import clock
from youju.orgs.actors import NOBODY
from youju.orgs.audit import AuditRow
from youju.orgs.errors import ReasonMissing
from youju.orgs.people import Person
from youju.orgs.tickets import Ticket
from youju.records.honours.nomination.models import Nomination, Score
from youju.records.honours.nomination.scoring import scores_forget, sheet_hand_in, sheet_save
from youju.records.honours.round.errors import (
    NobodyScored,
    NoPanel,
    OnPanelTwice,
    OwnSchool,
    PanelClosed,
    PointsOutOfRange,
    ScoresInOwnName,
    SheetHandedIn,
    SheetIncomplete,
    SheetsMissing,
)
from youju.records.honours.round.panel import panelist_add, panelist_remove, panelist_ticket
from youju.records.reading.drift import drifted


def test_whoever_is_of_the_nominating_school_stands_aside(office: SimpleNamespace):
    round, nominations = collected(office)
    round = moved(round, "to_panel", office.alice)
    panelist = panelist_add(round=round, name="何校长", unit=office.hill, actor=office.alice)
    with pytest.raises(OwnSchool) as refused, transaction.atomic():
        sheet_save(panelist=panelist, points={nominations[0].ref: [60, 40]}, actor=NOBODY)
    assert "青山小学" in str(refused.value)
    assert not Score.objects.exists()
    scored(round, panelist, [(50, 30)], office.alice)  # only 钱进 is left
    refuses(round, "list", office.alice, NobodyScored, picks=[])


def test_whoever_is_nominated_stands_aside_from_themself(office: SimpleNamespace):
    round, nominations = collected(office)
    Person.objects.filter(pk=office.lakers[0].pk).update(member=office.dora)
    round = moved(round, "to_panel", office.alice)
    panelist = panelist_add(round=round, member=office.dora, actor=office.alice)
    with pytest.raises(OwnSchool):
        sheet_save(panelist=panelist, points={nominations[2].ref: [60, 40]}, actor=office.dora)


def test_standing_aside_by_ones_own_word_takes_the_points_off(office: SimpleNamespace):
    round, nominations = collected(office)
    round = moved(round, "to_panel", office.alice)
    panelist = panelist_add(round=round, name="何教授", actor=office.alice)
    first = nominations[0].ref
    sheet_save(panelist=panelist, points={first: [60, 40]}, actor=NOBODY)
    sheet_save(panelist=panelist, points={first: [60, 40]}, declared=[first], actor=NOBODY)
    assert not Score.objects.exists()
    panelist.refresh_from_db()
    assert len(scored(round, panelist, [(50, 30), (50, 31)], office.alice).scores.all()) == 2


def test_a_sheet_is_whole_within_its_points_and_handed_in_once(office: SimpleNamespace):
    round, nominations = collected(office)
    panelist = panelist_add(round=round, name="何教授", actor=office.alice)
    first = nominations[0].ref
    with pytest.raises(PanelClosed):
        sheet_save(panelist=panelist, points={first: [1, 1]}, actor=NOBODY)
    round = moved(round, "to_panel", office.alice)
    for wrong in ([61, 0], [0, 41], [-1, 5]):
        with pytest.raises(PointsOutOfRange), transaction.atomic():
            sheet_save(panelist=panelist, points={first: wrong}, actor=NOBODY)
    sheet_save(panelist=panelist, points={first: [60, None]}, actor=NOBODY)
    with pytest.raises(SheetIncomplete) as refused:
        sheet_hand_in(panelist=panelist, actor=NOBODY)
    assert "孙立" in str(refused.value)
    scored(round, panelist, [(60, 40), (1, 1), (2, 2)], office.alice)
    with pytest.raises(SheetHandedIn):
        sheet_save(panelist=panelist, points={first: [0, 0]}, actor=NOBODY)


def test_the_mean_is_of_those_who_scored_and_only_of_sheets_handed_in(office: SimpleNamespace):
    round, nominations = paneled(office)
    late = panelist_add(round=round, name="迟到的", actor=office.alice)
    sheet_save(panelist=late, points={nominations[0].ref: [0, 0]}, actor=NOBODY)
    assert "迟到的" in refuses(round, "list", office.alice, SheetsMissing, picks=[])
    panelist_remove(panelist=late, actor=office.alice)
    moved(round, "list", office.alice, picks=best(round))
    found = Nomination.objects.in_bulk([each.pk for each in nominations])
    told = [(found[each.pk].points_text, found[each.pk].scored_by) for each in nominations]
    assert told == [("80.50", 2), ("90.50", 2), ("70.00", 1)]


def test_a_panel_has_somebody_nobody_twice_and_ends(office: SimpleNamespace):
    round, _nominations = collected(office)
    round = moved(round, "to_panel", office.alice)
    refuses(round, "list", office.alice, NoPanel, picks=[])
    panelist = panelist_add(round=round, member=office.bob, actor=office.alice)
    for again in ({"member": office.bob}, {"name": "何教授"}, {"name": "何教授"}):
        if again == {"name": "何教授"} and not round.panelists.filter(name="何教授").exists():
            panelist_add(round=round, actor=office.alice, **again)
            continue
        with pytest.raises(OnPanelTwice):
            panelist_add(round=round, actor=office.alice, **again)
    moved(round, "cancel", office.alice)
    with pytest.raises(PanelClosed):
        panelist_remove(panelist=panelist, actor=office.alice)


def test_tickets_of_a_panel_end_with_it(office: SimpleNamespace):
    round, _nominations = paneled(office)
    outside = round.panelists.get(name="何教授")
    panelist_ticket(panelist=outside, actor=office.alice)
    panelist_ticket(panelist=outside, actor=office.alice)
    assert Ticket.objects.filter(uses_left__gt=0).count() == 1  # the new one takes the place of the old
    moved(round, "list", office.alice, picks=best(round))
    assert not Ticket.objects.filter(uses_left__gt=0).exists()


def test_single_scores_go_after_the_days_set_and_the_totals_stay(office: SimpleNamespace):
    round, nominations = listed(office)
    with clock.at(CALLED + timedelta(days=30)):
        assert scores_forget(round=round, actor=office.alice) == 0
    with clock.at(CALLED + timedelta(days=31)):
        assert scores_forget(round=round, actor=office.alice) == 5
    assert not Score.objects.exists()
    assert Nomination.objects.get(pk=nominations[1].pk).points_text == "90.50"
    assert list(drifted()) == []


def test_a_sheet_handed_in_is_taken_out_with_a_reason_on_record_only(office: SimpleNamespace):
    round, nominations = paneled(office)
    first = round.panelists.get(member=None)
    with pytest.raises(ReasonMissing):
        panelist_remove(panelist=first, actor=office.alice, reason=" ")
    assert Score.objects.filter(panelist=first).exists()
    panelist_remove(panelist=first, actor=office.alice, reason="与被推荐人有亲属关系")
    row = AuditRow.objects.get(action="panel.remove")
    assert (row.detail["reason"], row.detail["handed_in"]) == ("与被推荐人有亲属关系", True)
    assert Nomination.objects.get(pk=nominations[0].pk).points_text == "81.00"  # of who is left


def test_nobody_gets_a_link_to_the_sheet_of_a_member(office: SimpleNamespace):
    round, _nominations = collected(office)
    own = panelist_add(round=round, member=office.olga, actor=office.alice)
    with pytest.raises(ScoresInOwnName):
        panelist_ticket(panelist=own, actor=office.alice)
    assert not Ticket.objects.exists()
