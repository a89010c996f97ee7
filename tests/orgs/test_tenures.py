"""A person keeps one token through all posts, and is on a unit's roster from the first to the last day of each."""

from datetime import date
from types import SimpleNamespace

import pytest

from youju.errors import YoujuError
from youju.orgs.actors import CONSOLE
from youju.orgs.audit import AuditRow
from youju.orgs.errors import NameMissing, TenureOver, TooEarly
from youju.orgs.people import Person, posts_in
from youju.orgs.rosters import (
    NewPerson,
    NewPost,
    person_add,
    person_join,
    person_leave,
    person_move,
    person_rename,
    persons_add_many,
    tenure_correct,
)
from youju.orgs.units import Unit

AUTUMN = date(2025, 9, 1)


def _added(cast: SimpleNamespace) -> Person:
    return person_add(name="王一", unit=cast.hill, post="教师", since=date(2020, 9, 1), actor=cast.eve)


def _roster(unit: Unit, day: date) -> list[Person]:
    return list(Person.objects.on_roster(unit, day))


def test_a_teacher_who_moves_keeps_one_token(cast: SimpleNamespace):
    person = _added(cast)
    person_move(tenure=person.tenures.get(), unit=cast.lake, post="副校长", on=AUTUMN, actor=cast.eve)
    assert _roster(cast.hill, date(2025, 8, 31)) == [person]
    assert _roster(cast.hill, AUTUMN) == []
    assert _roster(cast.lake, date(2025, 8, 31)) == []
    assert _roster(cast.lake, AUTUMN) == [person]
    assert Person.objects.get().token == person.token


def test_two_posts_are_one_line_of_the_roster(cast: SimpleNamespace):
    person = _added(cast)
    person_join(person=person, unit=cast.hill, post="工会主席", since=AUTUMN, actor=cast.eve)
    assert _roster(cast.hill, AUTUMN) == [person]
    assert posts_in(cast.hill, AUTUMN) == {person.pk: "教师、工会主席"}
    assert posts_in(cast.hill, date(2025, 8, 31)) == {person.pk: "教师"}


def test_who_leaves_gives_up_every_post(cast: SimpleNamespace):
    person = _added(cast)
    person_join(person=person, unit=cast.lake, post="支教", since=date(2025, 3, 1), actor=cast.eve)
    person_leave(person=person, until=date(2025, 8, 31), actor=cast.eve)
    assert _roster(cast.hill, date(2025, 8, 31)) == [person]
    assert _roster(cast.hill, AUTUMN) == _roster(cast.lake, AUTUMN) == []


def test_one_post_of_two_can_be_given_up(cast: SimpleNamespace):
    person = _added(cast)
    extra = person_join(person=person, unit=cast.lake, post="支教", since=date(2025, 3, 1), actor=cast.eve)
    person_leave(person=person, tenure=extra, until=date(2025, 6, 30), actor=cast.eve)
    assert _roster(cast.hill, AUTUMN) == [person]
    assert _roster(cast.lake, AUTUMN) == []


def test_a_post_is_not_given_up_twice_or_before_it_began(cast: SimpleNamespace):
    person = _added(cast)
    tenure = person.tenures.get()
    with pytest.raises(TooEarly):
        person_leave(person=person, tenure=tenure, until=date(2020, 8, 31), actor=cast.eve)
    person_leave(person=person, until=date(2025, 6, 30), actor=cast.eve)
    with pytest.raises(TenureOver):
        person_move(tenure=tenure, unit=cast.lake, on=AUTUMN, actor=cast.eve)
    assert _roster(cast.lake, AUTUMN) == []


def test_a_person_has_a_name(cast: SimpleNamespace):
    with pytest.raises(NameMissing):
        person_add(name="  ", unit=cast.hill, actor=cast.eve)
    assert not Person.objects.exists()


def test_audit_rows_name_nobody(cast: SimpleNamespace):
    person = _added(cast)
    person_move(tenure=person.tenures.get(), unit=cast.lake, on=AUTUMN, actor=cast.eve)
    person_leave(person=person, until=date(2025, 12, 31), actor=cast.eve)
    rows = list(AuditRow.objects.filter(action__startswith="person.").order_by("pk"))
    assert [row.action for row in rows] == ["person.add", "person.move", "person.leave"]
    assert {row.target for row in rows} == {f"person-{person.token}"}
    assert not [row for row in rows if person.name in str(row.detail)]


def test_no_table_has_a_place_for_an_identity_card():
    names = {field.name for field in Person._meta.get_fields()}
    assert not [name for name in names for word in ("card", "identity", "birth", "phone") if word in name]


@pytest.mark.parametrize(("day", "minor"), [(date(2026, 5, 1), True), (date(2026, 5, 2), False)])
def test_who_is_under_age_until_a_day_is_adult_on_the_next(day: date, minor: bool):
    assert Person(name="王一", minor_until=date(2026, 5, 1)).is_minor(day) == minor
    assert not Person(name="王一").is_minor(day)


def test_many_are_put_on_their_rosters_at_once(cast: SimpleNamespace):
    made = persons_add_many(
        persons=[
            NewPerson("王一", (NewPost(cast.hill, "教师", AUTUMN), NewPost(cast.lake, "支教", AUTUMN, AUTUMN))),
            NewPerson("李二", (NewPost(cast.lake),)),
        ],
        actor=CONSOLE,
    )
    assert _roster(cast.lake, AUTUMN) == made
    assert _roster(cast.lake, date(2025, 9, 2)) == made[1:]
    assert set(AuditRow.objects.values_list("action", "target")) == {("person.add", person.target) for person in made}


@pytest.mark.parametrize(
    "name, since, until, error", [(" ", None, None, NameMissing), ("王一", AUTUMN, date(2025, 8, 31), TooEarly)]
)
def test_of_many_all_or_none_are_put_on_a_roster(
    cast: SimpleNamespace, name: str, since: date | None, until: date | None, error: type[YoujuError]
):
    good, bad = NewPerson("李二", (NewPost(cast.hill),)), NewPerson(name, (NewPost(cast.hill, "", since, until),))
    with pytest.raises(error):
        persons_add_many(persons=[good, bad], actor=CONSOLE)
    assert not Person.objects.exists()


def test_a_slip_in_a_name_or_a_post_is_put_right(cast: SimpleNamespace):
    person = _added(cast)
    person_rename(person=person, name=" 王益 ", actor=cast.eve)
    tenure_correct(tenure=person.tenures.get(), post="教导主任", since=AUTUMN, actor=cast.eve)
    assert Person.objects.get().name == "王益"
    assert posts_in(cast.hill, AUTUMN) == {person.pk: "教导主任"}
    assert posts_in(cast.hill, date(2025, 8, 31)) == {}


def test_a_post_is_not_put_right_into_one_that_ended_before_it_began(cast: SimpleNamespace):
    person = _added(cast)
    person_leave(person=person, until=date(2025, 8, 31), actor=cast.eve)
    with pytest.raises(TooEarly):
        tenure_correct(tenure=person.tenures.get(), post="教师", since=AUTUMN, actor=cast.eve)
