"""Inquiries that wait: alarms by working days and by days, whether it is solved, due days after announcements."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from django.db import transaction

from youju.clockwork.models import Tick
from youju.lib import clock
from youju.orgs.actors import SYSTEM
from youju.orgs.calendar import office_calendar
from youju.orgs.settings import setting
from youju.records.alerts import AlertSort, alert
from youju.records.inquiries.inquiry.alarms import leaders, waiting, worked_days
from youju.records.inquiries.inquiry.dues import clocks_of, keep_dues
from youju.records.inquiries.inquiry.models import Inquiry
from youju.records.inquiries.inquiry.moves import InquiryState
from youju.records.inquiries.inquiry.steps import ASK_SOLVED, DUE
from youju.records.inquiries.inquiry.waits import days, is_again
from youju.records.reading.access import is_withheld
from youju.records.verbs.case_verbs import case_note

_AGAIN = "-again"


def alarms(day: date) -> list[str]:
    """Each alarm that an inquiry without its answer has reached by ``day``: so many working days of waiting."""
    steps = setting("answer_alarm_days")
    waits = waiting(heard=_heard("alarm", steps))
    if not waits:
        return []
    calendar = office_calendar(waits[0].happened)  # the oldest comes first
    return _keys([(each, worked_days(each, day, calendar)) for each in waits], "alarm", steps)


def red_alarms(day: date) -> list[str]:
    """The same by calendar days, whether it is paused or not: nothing waits three months without a word."""
    steps = setting("red_alarm_days")
    waits = waiting(paused=True, heard=_heard("red", steps))
    return _keys([(each, days(each, day)) for each in waits], "red", steps)


def _heard(sort: str, steps: tuple[int, ...]) -> Callable[[str, bool], bool]:
    """Whether the last of these alarms was sounded; of whatever waits for years only that is asked. One query."""
    last = f"#{sort}-{max(steps)}"
    sounded = Tick.objects.filter(job=f"inquiry-{sort}", key__contains=last).values_list("key", flat=True)
    done = set(sounded)
    return lambda ref, again: f"{ref}{last}{_AGAIN if again else ''}" in done


def _keys(reached: list[tuple[Inquiry, int]], sort: str, steps: tuple[int, ...]) -> list[str]:
    """What is sounded once, of each inquiry with the days it has waited; after it was reopened it is sounded anew."""
    return [
        f"{each.ref}#{sort}-{step}{_AGAIN if is_again(each) else ''}"
        for each, count in reached for step in steps if count >= step
    ]  # fmt: skip


@transaction.atomic
def sound_alarm(key: str) -> str:
    """Tell whoever has to act; at a hard one also those who lead the bureau."""
    inquiry = _inquiry(key)
    if inquiry is not None:
        red = "#red-" in key
        told = [*inquiry.turn(), *(leaders(inquiry) if red else [])]
        overdue = red or (inquiry.due_on is not None and inquiry.due_on < clock.today())
        alert(
            told=[(each, inquiry.ref) for each in dict.fromkeys(told) if not is_withheld(each, inquiry)],
            sort=AlertSort.OVERDUE if overdue else AlertSort.DUE_SOON,
            actor=SYSTEM,
        )
    return ""


def to_ask(day: date) -> list[str]:
    """Inquiries answered so long ago as the setting says, of which nobody knows whether it is solved."""
    since = day - timedelta(days=setting("solved_after_days"))
    rows = Inquiry.objects.filter(state=InquiryState.ANSWERED, solved_asked_on=None, last_word_on__lte=since)
    return [f"{row.ref}#solved-{row.last_word_on}" for row in rows.order_by("ref")]


@transaction.atomic
def ask_solved(key: str) -> str:
    """Ask: whoever has a code is asked by the site, whoever handles it calls the others."""
    inquiry = _inquiry(key)
    if inquiry is not None and inquiry.state == InquiryState.ANSWERED:
        asked = inquiry
        case_note(case=asked, step=ASK_SOLVED, actor=SYSTEM, change=lambda: asked.keep(solved_asked_on=clock.today()))
        alert(
            told=[(each, inquiry.ref) for each in inquiry.turn() if not is_withheld(each, inquiry)],
            sort=AlertSort.ASKED,
            actor=SYSTEM,
        )
    return ""


def moved_dues(_day: date) -> list[str]:
    """Inquiries whose due days were provisional and are others now, since days off were announced."""
    return [f"{each.ref}#due-{due}" for each, due in _reckoned()]


@transaction.atomic
def reckon_due(key: str) -> str:
    """Write the due days as they are now known, with a step that says so."""
    inquiry = _inquiry(key)
    if inquiry is not None:
        found = inquiry
        case_note(case=found, step=DUE, actor=SYSTEM, change=lambda: keep_dues(found))
    return ""


def _reckoned() -> Iterator[tuple[Inquiry, date | None]]:
    for inquiry in Inquiry.objects.filter(state__in=Inquiry.timed(), provisional=True).order_by("ref"):
        running = [each for each in clocks_of(inquiry) if each.runs]
        due = min((each.due for each in running if each.due), default=None)
        if due != inquiry.due_on or not any(each.found.provisional for each in running):
            yield inquiry, due


def _inquiry(key: str) -> Inquiry | None:
    found: Inquiry | None = Inquiry.objects.filter(ref=key.partition("#")[0]).first()
    return found
