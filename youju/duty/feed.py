"""The roster as a calendar that a telephone subscribes to: whoever has the ticket's address reads it, no one else."""

from datetime import UTC, datetime, time, timedelta

from django.db import transaction
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from youju.duty.hours import Hours, duty_hours, span
from youju.duty.rosters import get_roster_for
from youju.duty.shifts import Part, Shift
from youju.errors import NotFound
from youju.lib import clock
from youju.orgs.groups import Group
from youju.orgs.members import Member
from youju.orgs.settings import setting
from youju.orgs.tickets import Purpose, Ticket, TicketInvalid, ticket_make, ticket_revoke

_DAY = timedelta(days=1)
# So far back a feed goes; whoever is asked who was on duty last month finds it.
_BACK, _AHEAD = 31 * _DAY, 366 * _DAY
# Reading a calendar uses nothing up: telephones ask every few minutes.
_USES = 1


@transaction.atomic
def feed_make(*, group: Group, member: Member) -> str:
    """A new address of the roster's calendar for a member, shown once; the one before holds no longer."""
    feed_revoke(group=group, member=member)
    expires = clock.now() + timedelta(days=setting("duty_feed_days"))
    return ticket_make(
        purpose=Purpose.FEED, ref=member.token, scope=group.code, expires=expires, uses=_USES, actor=member
    )


@transaction.atomic
def feed_revoke(*, group: Group, member: Member) -> int:
    """Close a member's addresses of this calendar; gives how many there were."""
    tickets = list(feeds_of(group, member))
    for ticket in tickets:
        ticket_revoke(ticket=ticket, actor=member)
    return len(tickets)


def feeds_of(group: Group, member: Member) -> "list[Ticket]":
    """The tickets that hold now."""
    held = Ticket.objects.filter(purpose=Purpose.FEED, ref=member.token, scope=group.code, uses_left__gt=0)
    return list(held.filter(expires__gt=clock.now()))


def feed_text(ticket: Ticket) -> bytes:
    """The calendar that a ticket opens. Raises TicketInvalid where its member may not read the roster any more."""
    member = Member.objects.filter(token=ticket.ref, is_active=True).first()
    try:
        group = get_roster_for(member, ticket.scope) if member else None
    except NotFound:
        group = None
    if group is None:
        raise TicketInvalid()
    return _calendar(group)


def _calendar(group: Group) -> bytes:
    today = clock.today()
    calendar = Calendar()
    calendar.add("prodid", "-//Youju//duty//ZH")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", group.name)
    shifts = group.shifts.filter(day__range=(today - _BACK, today + _AHEAD)).select_related("person", "deputy")
    hours = duty_hours()
    for shift in shifts:
        calendar.add_component(_event(group, shift, hours))
    return bytes(calendar.to_ical())


def _event(group: Group, shift: Shift, hours: Hours) -> Event:
    """Notes stay inside: a feed lies on telephones."""
    event = Event()
    event.add("uid", f"shift-{shift.pk}@youju")
    event.add("dtstamp", datetime.combine(shift.day, time(0), UTC))
    event.add("summary", _("On duty: %(name)s (%(group)s)") % {"name": shift.person, "group": group.name})
    if shift.deputy:
        event.add("description", _("Deputy: %(name)s") % {"name": shift.deputy})
    if shift.part == Part.DAY:
        event.add("dtstart", shift.day)
        event.add("dtend", shift.day + _DAY)
    else:
        first, after = span(shift, hours)
        event.add("dtstart", first.astimezone(UTC))
        event.add("dtend", after.astimezone(UTC))
    return event
