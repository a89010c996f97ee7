"""Genres (体裁): what sort of summary a text is, of which period, which units write it, and its template."""

import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from youju.errors import NotFound

_HERE = Path(__file__).parent


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
