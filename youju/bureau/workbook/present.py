"""The bureau as it is now, read once for one plan; each part when it is first asked for."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from django.utils.crypto import salted_hmac

from youju.lib import clock
from youju.lib.refs import ALPHABET
from youju.orgs.calendar import DayRule, Term
from youju.orgs.groups import Group, Membership
from youju.orgs.members import Member
from youju.orgs.people import Person, Tenure
from youju.orgs.timeline import Timeline
from youju.orgs.tree import home_unit, this_month, timeline
from youju.orgs.units import Unit, UnitAlias
from youju.records.heads.occasions import Occasion
from youju.records.heads.states import ENDED
from youju.records.opening.models import OpeningFigure

_NUMBER_LENGTH = 10


class UnitNow(NamedTuple):
    """A unit below the bureau. parent: in this month, or where it was last; names: other ways to write it.

    former: names that it bore until it was renamed.
    """

    code: str
    kind: str
    name: str
    short_name: str
    parent: str
    stands: bool
    names: tuple[str, ...]
    former: tuple[str, ...]


class PostNow(NamedTuple):
    """A post as it is on record. since and until: first and last day, both inclusive."""

    pk: int
    person: int
    unit: str
    post: str
    since: date | None
    until: date | None


class PersonNow(NamedTuple):
    pk: int
    token: str
    name: str
    account: int | None


@dataclass(frozen=True)
class Present:
    """home: the bureau; day and month: today at the office."""

    home: Unit
    day: date
    month: int

    @classmethod
    def read(cls) -> "Present":
        """Raises NoHomeUnit where no bureau is set up."""
        return cls(home_unit(), clock.today(), this_month())

    @property
    def front(self) -> str:
        """What every code of the bureau's units begins with."""
        return f"{self.home.code}."

    @cached_property
    def tree(self) -> Timeline:
        return timeline()

    @cached_property
    def units(self) -> dict[str, UnitNow]:
        """By code: all that are or ever were below the bureau, in the order of the tree's codes."""
        names: dict[str, list[UnitAlias]] = defaultdict(list)
        for alias in UnitAlias.objects.select_related("unit"):
            names[alias.unit.code].append(alias)
        below = self.tree.below([self.home.code], self.month) - {self.home.code}
        return {unit.code: self._unit(unit, names[unit.code]) for unit in Unit.objects.filter(code__in=below)}

    def _unit(self, unit: Unit, aliases: list[UnitAlias]) -> UnitNow:
        later = [stay for stay in self.tree.stays[unit.code] if stay.until > self.month and stay.stands]
        return UnitNow(
            unit.code,
            unit.kind,
            unit.name,
            unit.short_name,
            self.tree.parent(unit.code, self.month) or (later[0].parent if later else "") or "",
            bool(later),
            tuple(alias.name for alias in aliases if alias.until is None),
            tuple(alias.name for alias in aliases if alias.until is not None),
        )

    @cached_property
    def persons(self) -> dict[int, PersonNow]:
        """Everybody on record but those merged into another, by key."""
        rows = Person.objects.filter(merged_into=None).order_by("pk").values_list("pk", "token", "name", "member_id")
        return {row[0]: PersonNow(*row) for row in rows}

    @cached_property
    def posts(self) -> list[PostNow]:
        """Every post there is or was, of everybody, the oldest first."""
        rows = Tenure.objects.order_by("pk").values_list("pk", "person", "unit__code", "post", "since", "until")
        return [PostNow(*row) for row in rows if row[1] in self.persons]

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The key of each person by the number that a workbook gives it."""
        return {person_number(person.token): person.pk for person in self.persons.values()}

    @cached_property
    def members(self) -> dict[str, Member]:
        """All accounts by log-in name, with their grants at hand."""
        found = Member.objects.select_related("unit").prefetch_related("grants__unit").order_by("pk")
        return {member.username: member for member in found}

    @cached_property
    def groups(self) -> dict[str, Group]:
        """Groups of the bureau's units that are not closed, by code."""
        found = Group.objects.filter(closed=None).select_related("unit").prefetch_related("keepers__member")
        return {group.code: group for group in found.order_by("pk")}

    @cached_property
    def memberships(self) -> dict[int, dict[int, str]]:
        """By group: who is in it from now on, with what post."""
        found: dict[int, dict[int, str]] = defaultdict(dict)
        for group, person, post in Membership.objects.filter(until=None).values_list("group", "person", "post"):
            found[group][person] = post
        return found

    @cached_property
    def ever_in(self) -> dict[int, set[int]]:
        """By group: who is or was in it."""
        found: dict[int, set[int]] = defaultdict(set)
        for group, person in Membership.objects.values_list("group", "person"):
            found[group].add(person)
        return found

    @cached_property
    def day_rules(self) -> dict[date, DayRule]:
        return {rule.date: rule for rule in DayRule.objects.all()}

    @cached_property
    def terms(self) -> dict[tuple[str, str], Term]:
        """By the unit's code and the term's name."""
        return {(term.unit.code, term.name): term for term in Term.objects.select_related("unit")}

    @cached_property
    def occasions(self) -> dict[str, Occasion]:
        return {each.code: each for each in Occasion.objects.select_related("unit").prefetch_related("aliases")}

    @cached_property
    def openings(self) -> list[OpeningFigure]:
        """The opening figures that stand or wait, in the order in which they were written down."""
        return list(OpeningFigure.objects.exclude(state__in=ENDED).select_related("unit").order_by("pk"))


def person_number(token: str) -> str:
    """The number under which workbooks know a person, the same each time.

    It is made with this installation's key: whoever finds a workbook cannot tell by it who is who in the ledger.
    """
    digest = int.from_bytes(salted_hmac("youju.bureau.person", token, algorithm="sha256").digest())
    letters = []
    for _place in range(_NUMBER_LENGTH):
        digest, place = divmod(digest, len(ALPHABET))
        letters.append(ALPHABET[place])
    return f"P-{''.join(letters)}"
