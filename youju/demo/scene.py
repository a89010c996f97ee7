"""What the sections of a demo year are written from: units, year, numbers and chance."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from youju.demo.bureau import Bureau
from youju.demo.numbers import Numbers
from youju.demo.papers import Form, Paper
from youju.demo.planned import Stated
from youju.demo.spread import share
from youju.records.attachments import Grade

# Records of a month are verified at its end; later days are kept free for that.
LAST_DAY = 27


@dataclass(frozen=True)
class Scene:
    """One year of the bureau. ``before`` are the numbers of the year before, None in the first."""

    bureau: Bureau
    year: int
    numbers: Numbers
    before: Numbers | None
    chance: Random

    @property
    def county(self) -> str:
        return self.bureau.county.code

    def office(self, name: str) -> str:
        return f"{self.county}.office.{name}"

    def name(self, unit: str) -> str:
        return self.bureau.units[unit].name

    def day(self, first_month: int = 1, last_month: int = 12) -> date:
        """Some working day's date between two months."""
        return date(self.year, self.chance.randint(first_month, last_month), self.chance.randint(2, LAST_DAY))

    def months(self, count: int) -> list[int]:
        """``count`` months in order, spread over the year; beyond twelve some come twice."""
        return sorted(1 + (place * 12 // count if count <= 12 else place % 12) for place in range(count))

    def some(self, pool: Sequence[str], count: int) -> list[str]:
        """``count`` different units of a pool, in the pool's order."""
        chosen = set(self.chance.sample(list(pool), count))
        return [unit for unit in pool if unit in chosen]

    def paper(self, name: str, *lines: str, day: date, form: Form = "docx", grade: Grade = Grade.FILE) -> Paper:
        return Paper(f"{self.year}年{name}", lines, day, form, grade)

    def decision(self, publisher: str, about: str, day: date) -> Paper:
        """A list that another body has published: anybody may check it there."""
        return self.paper(f"{publisher}{about}", "名单见附件。", day=day, form="pdf", grade=Grade.THIRD_PARTY)

    def shared(
        self, total: int, pool: Sequence[str], most: int, title: str, measure: str, paper: Paper, **rest: Any
    ) -> Iterator[Stated]:
        """``total`` of a measure as records of at most ``most`` units of the pool, each with one at least.

        title: follows the unit's name. The records are of the paper's day unless ``rest`` names another.
        """
        units = self.some(pool, min(total, most, len(pool)))
        day = rest.pop("day", paper.day)
        for unit, quantity in zip(units, share(total, len(units), self.chance, least=1), strict=True):
            yield Stated(unit, f"{self.name(unit)}{title}", day, measure, quantity, paper, **rest)

    def single(self, title: str, measure: str, quantity: int, paper: Paper, **rest: Any) -> Stated:
        """One record of the bureau itself."""
        unit, day = rest.pop("unit", self.county), rest.pop("day", paper.day)
        return Stated(unit, title, day, measure, quantity, paper, **rest)
