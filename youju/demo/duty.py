"""Duty round the day on which the demo is built: two rosters with a gap, a note and a swap that waits; and contacts."""

from datetime import date, timedelta

from youju.demo.bureau import Bureau
from youju.duty.contact_verbs import contact_add, contact_check
from youju.duty.contacts import ContactSort
from youju.duty.rosters import days_of
from youju.duty.shift_verbs import coverage_set, note_hand_over, shifts_fill
from youju.duty.shifts import DaysCovered, Shift
from youju.duty.swap_verbs import swap_ask
from youju.lib import clock
from youju.orgs.calendar import office_calendar
from youju.orgs.groups import Group, GroupSort, Keeper, Membership
from youju.orgs.members import Member
from youju.orgs.people import Person
from youju.orgs.units import Unit

_BACK, _AHEAD = 6, 20  # days planned before and after today
_GAP = 12  # so many days ahead nobody is on duty
_CONTACTS = (
    (ContactSort.CHAT, "网络回应联络员群", "群号 88500101", "各校联络员", True),
    (ContactSort.CHAT, "舆情会商群", "群号 88500102", "会商成员单位", False),
    (ContactSort.PHONE, "局值班电话", "85550001", "全天", True),
    (ContactSort.PHONE, "家长咨询电话", "85550012", "工作日 8:30—17:30", True),
)


def write_duty(bureau: Bureau) -> None:
    """Needs the calendar. Written by the officer who keeps the bureau's roster, and by the school's liaison."""
    officer, liaison = bureau.members["officer"], bureau.members["liaison"]
    school = liaison.unit
    assert school is not None  # every account of the demo has a unit
    office = [*bureau.rosters[bureau.offices[0]][:3]]
    people = [_person(officer), _person(bureau.members["colleague"]), *office]
    ours = _roster(bureau.county, "局机关网络值班", people, officer)
    theirs = [_person(liaison), _person(bureau.members["reviewer"]), *bureau.rosters[school.code][:3]]
    schools = _roster(school, f"{school.name}值班", theirs, liaison)
    _plan(ours, DaysCovered.EVERY, people, officer)
    _plan(schools, DaysCovered.OFF, theirs, liaison)
    _swap(ours, people[1], people[0], bureau.members["colleague"])
    for sort, name, number, serves, checked in _CONTACTS:
        values = {"unit": bureau.county, "sort": sort, "name": name, "number": number, "serves": serves}
        contact = contact_add(values=values | {"keeper": officer}, actor=officer)
        if checked:
            contact_check(contact=contact, actor=officer)


def _person(member: Member) -> Person:
    """The member as somebody on a roster."""
    found = Person.objects.filter(member=member).first()
    return found or Person.objects.create(name=member.name, member=member)


def _roster(unit: Unit, name: str, people: list[Person], keeper: Member) -> Group:
    group = Group.objects.create(code=f"{unit.code}.duty", unit=unit, sort=GroupSort.DUTY, name=name)
    Membership.objects.bulk_create(Membership(group=group, person=person) for person in people)
    Keeper.objects.create(group=group, member=keeper)
    return group


def _plan(group: Group, covers: str, people: list[Person], keeper: Member) -> None:
    """From some days back, so that there is something to read; one day ahead is left out."""
    now, today = clock.now(), clock.today()
    first, last = today - timedelta(days=_BACK), today + timedelta(days=_AHEAD)
    wanted = [day for day in days_of(covers, first, last, office_calendar(first)) if day != _gap(today)]
    with clock.at(now - timedelta(days=_BACK)):
        coverage_set(group=group, days=covers, actor=keeper)
        shifts_fill(group=group, days=wanted, persons=people, deputies=True, actor=keeper)
    before = Shift.objects.filter(group=group, day__lt=today).order_by("-day").first()
    if before is not None:
        note_hand_over(shift=before, note="值班期间接到家长来电两个，均已答复；一件待教务科周一回电。", actor=keeper)


def _gap(today: date) -> date:
    return today + timedelta(days=_GAP)


def _swap(group: Group, gives: Person, takes: Person, actor: Member) -> None:
    """The next shift of one is asked to be taken by the other, in return for the other's next one."""
    ahead = Shift.objects.filter(group=group, day__gt=clock.today()).order_by("day")
    mine, theirs = ahead.filter(person=gives).first(), ahead.filter(person=takes).first()
    if mine and theirs:
        swap_ask(shift=mine, takes=takes, back=theirs, reason="家访", actor=actor)
