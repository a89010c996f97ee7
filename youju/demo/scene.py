"""What the kinds' records of a demo year are written from: units, people, year, numbers and chance."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random
from typing import Self

from youju.demo.bureau import Bureau
from youju.demo.numbers import Numbers
from youju.lib.deadlines import Calendar
from youju.orgs.groups import Group
from youju.orgs.members import Member
from youju.orgs.people import Person
from youju.orgs.units import Unit
from youju.records.declared.planned import Form, Paper
from youju.records.heads.attachments import Grade
from youju.records.heads.occasions import Occasion

# Records of a month are verified at its end; later days are kept free for that.
LAST_DAY = 27


@dataclass(frozen=True)
class DemoScene:
    """``Scene`` over the demo bureau: youju/records/declared/scene.py says what each part is.

    calendar: days off and days made up. source: the seed and which of the years, for all that is drawn.
    """

    bureau: Bureau
    year: int
    numbers: Numbers
    before: Numbers | None
    calendar: Calendar
    source: str
    chance: Random

    def of(self, whose: str) -> Self:
        """The same year with a chance of its own: what one kind draws changes nothing in another."""
        return replace(self, chance=Random(f"{self.source}/{whose}"))

    @property
    def county(self) -> str:
        return self.bureau.county.code

    @property
    def offices(self) -> Sequence[str]:
        return self.bureau.offices

    @property
    def towns(self) -> Sequence[str]:
        return self.bureau.towns

    @property
    def schools(self) -> Sequence[str]:
        return self.bureau.schools

    @property
    def direct(self) -> Sequence[str]:
        return self.bureau.direct

    def office(self, name: str) -> str:
        return f"{self.county}.office.{name}"

    def above(self, code: str) -> str:
        return self.bureau.parents[code]

    def unit(self, code: str) -> Unit:
        return self.bureau.units[code]

    def name(self, code: str) -> str:
        return self.bureau.units[code].name

    def roster(self, code: str) -> Sequence[Person]:
        return self.bureau.rosters[code]

    def group(self, code: str, sort: str) -> Group:
        return self.bureau.groups[code, sort].group

    def people(self, code: str, sort: str) -> Sequence[Person]:
        return self.bureau.groups[code, sort].people

    def member(self, name: str) -> Member:
        return self.bureau.members[name]

    def liaison(self, code: str) -> Member:
        return self.bureau.liaison(code)

    def occasion(self, code: str) -> Occasion:
        return self.bureau.occasions[code]

    def day(self, first_month: int = 1, last_month: int = 12) -> date:
        return self.worked(
            date(self.year, self.chance.randint(first_month, last_month), self.chance.randint(2, LAST_DAY))
        )

    def worked(self, day: date) -> date:
        month = [date(day.year, day.month, number + 1) for number in range(monthrange(day.year, day.month)[1])]
        worked = [each for each in month if self.calendar.is_worked(each)]
        return next((each for each in worked if each >= day), worked[-1])

    def months(self, count: int) -> list[int]:
        return sorted(1 + (place * 12 // count if count <= 12 else place % 12) for place in range(count))

    def some(self, pool: Sequence[str], count: int) -> list[str]:
        chosen = set(self.chance.sample(list(pool), count))
        return [unit for unit in pool if unit in chosen]

    def paper(self, name: str, *lines: str, day: date, form: Form = "docx", grade: Grade = Grade.FILE) -> Paper:
        return Paper(f"{self.year}年{name}", lines, day, form, grade)

    def decision(self, publisher: str, about: str, day: date) -> Paper:
        return self.paper(f"{publisher}{about}", "名单见附件。", day=day, form="pdf", grade=Grade.THIRD_PARTY)
