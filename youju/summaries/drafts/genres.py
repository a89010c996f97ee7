"""Genres (体裁): what sort of summary a text is, of which period, which units write it, and its template."""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from youju.errors import NotFound
from youju.lib.periods import Period
from youju.orgs.units import Unit

_HERE = Path(__file__).parent
_HALF = (6, 30)


class Genre(NamedTuple):
    """One sort of summary.

    period: the kind of period it is about, as ``Period.kind`` says it; "" for any. kinds: the kinds of unit that
    begin one; none where it is only begun from another text.
    template: the file beside this one with its text.
    """

    code: str
    zh: str
    en: str
    period: str
    kinds: tuple[str, ...]
    template: str

    def in_year(self, year: int) -> Period:
        """The period of a year that such a text is about; of a genre without one the whole year."""
        return Period.to_date(date(year, *_HALF)) if self.period == "to-date" else Period.year(year)

    def title(self, unit: Unit, period: Period) -> str:
        """云溪县教育局2025年度工作总结: 年, 镇 and 学校 are not said twice."""
        year = period.first.year
        when = {
            "school-year": f"{year}—{year + 1}学年", "month": f"{year}年{period.first.month}月",
        }.get(period.kind, f"{year}年")  # fmt: skip
        name = self.zh.removeprefix("镇").removeprefix("学校")
        return f"{unit.name}{when}{name.removeprefix('年')}"

    @property
    def text(self) -> str:
        """The template as it comes with Youju."""
        return (_HERE / "templates_md" / self.template).read_text("utf-8")


@cache
def genres() -> dict[str, Genre]:
    """Every genre by its code, in the order of the file."""
    given = tomllib.loads((_HERE / "genres.toml").read_text("utf-8"))["genre"]
    return {each["code"]: Genre(**{**each, "kinds": tuple(each["kinds"])}) for each in given}


def get_genre(code: str) -> Genre:
    """The genre of this code. Raises NotFound."""
    if code not in genres():
        raise NotFound()
    return genres()[code]
