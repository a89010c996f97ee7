"""Finding a unit by whatever a clerk writes: full name, short name, another name, code or the end of a code."""

from collections import defaultdict
from collections.abc import Iterable
from difflib import get_close_matches

from django.utils.translation import gettext_noop as _

from youju.bureau.workbook.present import Present
from youju.lib.sheets import Scalar, Unread, as_text, listed
from youju.lib.text import one_line

_SEVERAL = _("“%(value)s” is the name of several units: write the full name or the code, one of %(codes)s")
_CLOSED = _("“%(value)s” is closed: write a unit that is open")
_FORMER = _("“%(value)s” is now called “%(name)s”: write that name")
_UNKNOWN = _("there is no unit “%(value)s”: add it to the sheet of units, or correct the name")
_NEAR = _("there is no unit “%(value)s”: perhaps %(near)s? Otherwise add it to the sheet of units")

# What a clerk of any bureau calls it.
_THE_BUREAU = ("教育局", "县教育局", "区教育局", "市教育局", "本局", "局本级", "局机关", "机关")
# Looking for names that are near takes time; a sheet full of unknown ones does without.
_LOOKED_FOR = 100


class UnitNames:
    """The units of the bureau, those that are being planned too."""

    def __init__(self, present: Present) -> None:
        self._front = present.front
        self._codes: dict[str, str] = {}
        self._full: dict[str, set[str]] = defaultdict(set)
        self._other: dict[str, set[str]] = defaultdict(set)
        self._gone: dict[str, str] = {}
        self._former: dict[str, str] = {}
        self._names: dict[str, str] = {code: unit.name for code, unit in present.units.items()}
        self._said: dict[str, str | Unread] = {}
        self._unknown = 0
        home = present.home
        self.add(home.code, home.name, (home.short_name, *home.aliases.values_list("name", flat=True), *_THE_BUREAU))
        for unit in present.units.values():
            if unit.stands:
                self.add(unit.code, unit.name, (unit.short_name, *unit.names))
                self._former |= {_key(name): unit.name for name in unit.former}
            else:
                self._gone |= {_key(name): unit.name for name in (unit.code, unit.name)}

    def add(self, code: str, name: str, others: Iterable[str] = ()) -> None:
        """Let a unit be found from now on, under further names where it was found before."""
        self._names[code] = name
        self._codes |= {code: code, code.removeprefix(self._front): code}
        self._full[_key(name)].add(code)
        for other in filter(None, map(_key, others)):
            self._other[other].add(code)
        self._said.clear()

    def name(self, code: str) -> str:
        """A unit's full name, the new one where it is renamed."""
        return self._names.get(code, code)

    def knows(self, name: str) -> bool:
        """Whether a unit of exactly this full name is known."""
        return bool(self._full.get(_key(name)))

    def read(self, value: Scalar) -> str:
        """The code of the unit that a cell names; "" where it is blank. Raises Unread."""
        key = _key(as_text(value))
        if not key:
            return ""
        if key not in self._said:
            self._said[key] = self._find(key)
        found = self._said[key]
        if isinstance(found, Unread):
            raise found
        return found

    def _find(self, key: str) -> str | Unread:
        for named in (self._full, self._other):
            codes = named.get(key, set())
            if len(codes) == 1:
                return next(iter(codes))
            if codes:
                return Unread(_SEVERAL, value=key, codes=listed(sorted(codes)))
        if key.casefold() in self._codes:
            return self._codes[key.casefold()]
        if key in self._gone:
            return Unread(_CLOSED, value=key)
        if key in self._former:
            return Unread(_FORMER, value=key, name=self._former[key])
        return self._no_unit(key)

    def _no_unit(self, key: str) -> Unread:
        self._unknown += 1
        near = (
            get_close_matches(key, [*self._full, *self._other], n=3, cutoff=0.6) if self._unknown < _LOOKED_FOR else []
        )
        return Unread(_NEAR, value=key, near=listed(near)) if near else Unread(_UNKNOWN, value=key)


def _key(text: str) -> str:
    return one_line(text).replace(" ", "")
