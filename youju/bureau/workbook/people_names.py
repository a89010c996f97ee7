"""Finding a person by name within a unit, those who are being planned too."""

from collections import defaultdict

from django.utils.translation import gettext_noop as _

from youju.bureau.workbook.lines import Human
from youju.bureau.workbook.present import Present
from youju.bureau.workbook.unit_names import UnitNames
from youju.lib.sheets import Unread

_NOBODY = _("“%(name)s” is not on the roster of %(unit)s: add the person to the sheet of people, or correct the name")
_SEVERAL = _("there is more than one “%(name)s” in %(unit)s: write name#number, with the number of the sheet of people")
_NUMBER = _("nobody has the number “%(number)s”: take it from a workbook that this bureau wrote, or from this one")


class PeopleNames:
    """Who is or will be on which roster."""

    def __init__(self, present: Present) -> None:
        self._present = present
        self._humans: dict[int, Human] = {}
        self._rosters: dict[str, dict[str, list[Human]]] = defaultdict(lambda: defaultdict(list))
        self._numbered: dict[str, Human] = {}
        self._doubted: dict[str, Human] = {}
        self._filled = False

    def doubt(self, name: str) -> None:
        """Know somebody whose row cannot be planned with, so that nothing is said of cells that name them."""
        self._doubted[name] = Human(name)

    def human(self, pk: int) -> Human:
        """Somebody on record, the same object each time."""
        if pk not in self._humans:
            self._humans[pk] = Human(self._present.persons[pk].name, pk=pk)
        return self._humans[pk]

    def add(self, human: Human, unit: str, number: str = "") -> None:
        """Put somebody on a unit's roster; once is enough."""
        roster = self._roster(unit)
        if human not in roster[human.name]:
            roster[human.name].append(human)
        if number:
            self._numbered[number] = human

    def drop(self, human: Human, unit: str) -> None:
        """Take somebody off a unit's roster."""
        roster = self._roster(unit)
        for name, found in roster.items():
            roster[name] = [one for one in found if one is not human]

    def everybody(self, unit: str) -> list[Human]:
        return [human for found in self._roster(unit).values() for human in found]

    def named(self, name: str, unit: str) -> list[Human]:
        return self._roster(unit)[name]

    def find(self, text: str, unit: str, units: UnitNames) -> Human:
        """Whom ``name``, ``name@unit`` or ``name#number`` means; unit: where nothing else is said. Raises Unread."""
        name, _hash, number = text.partition("#")
        if number:
            return self._of_number(number.strip())
        name, _at, where = name.partition("@")
        unit = units.read(where) if where else unit
        found = self.named(name.strip(), unit)
        if not found and name.strip() in self._doubted:
            return self._doubted[name.strip()]
        if not found:
            raise Unread(_NOBODY, name=name, unit=units.name(unit))
        if len(found) > 1:
            raise Unread(_SEVERAL, name=name, unit=units.name(unit))
        return found[0]

    def _of_number(self, number: str) -> Human:
        if number in self._numbered:
            return self._numbered[number]
        pk = self._present.numbers.get(f"P-{number[2:].casefold()}")
        if pk is None:
            raise Unread(_NUMBER, number=number)
        return self.human(pk)

    def _roster(self, unit: str) -> dict[str, list[Human]]:
        if not self._filled:
            self._filled = True
            self._fill()
        return self._rosters[unit]

    def _fill(self) -> None:
        day = self._present.day
        for post in self._present.posts:
            if post.until is None or post.until >= day:
                self.add(self.human(post.person), post.unit)
