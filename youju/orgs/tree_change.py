"""A change of the tree on its way: under the ledger's lock, checked as a whole, written, posted."""

from collections.abc import Iterable, Mapping
from datetime import date

from youju.errors import NotAllowed
from youju.ledger import lock, log
from youju.ledger.log import Entry, Posting
from youju.ledger.reading import newest_of
from youju.lib.periods import yyyymm
from youju.lib.refs import new_ref
from youju.lib.text import one_line
from youju.orgs import audit
from youju.orgs.actors import CONSOLE, SYSTEM, Actor
from youju.orgs.members import Member, Role
from youju.orgs.placements import Placement, first_day
from youju.orgs.stays import BEGINNING, Stay
from youju.orgs.timeline import Timeline
from youju.orgs.tree import this_month, timeline
from youju.orgs.tree_errors import Circle, NotAMonth, ParentNotStanding, ReasonNeeded, TreeDrifted, UnfitParent
from youju.orgs.tree_rows import TreeRow, digest_of, tree_rows
from youju.orgs.units import Unit, UnitKind

TREE = "tree"
CHANGED = "changed"
ABSENT = "\u2205"  # ∅

# A unit stands below one of a higher kind; only a school may have another below it, as a teaching point.
_RANK = {
    UnitKind.NATION: 0, UnitKind.PROVINCE: 1, UnitKind.CITY: 2, UnitKind.COUNTY: 3,
    UnitKind.OFFICE: 4, UnitKind.TOWN: 4, UnitKind.SCHOOL: 5, UnitKind.PRACTICE: 9,
}  # fmt: skip


class TreeChange:
    """before: the tree until now. Must live inside one transaction, which ``post`` ends."""

    def __init__(self, *, actor: Actor, days: Iterable[date | None], reason: str = "") -> None:
        """Take the lock, and refuse to go on from a tree that is not the one posted last.

        days: on which the change takes effect. Raises NotAMonth, ReasonNeeded, TreeDrifted, OutsideTransaction.
        """
        lock.hold()
        self.actor, self.reason = actor, one_line(reason)
        self.before, self._seq, self._rows = timeline(), log.size(), tree_rows()
        months = [month_of(day) for day in days]
        late = [month for month in months if BEGINNING < month < this_month()]
        if late and self.before.stays and not self.reason:
            raise ReasonNeeded(month=month_text(min(late)))
        newest = newest_of(TREE)
        if newest is not None and bytes(newest.commitment) != digest_of(self._rows):
            raise TreeDrifted()

    def place(
        self, stays: Mapping[str, Stay], kinds: Mapping[str, str], names: Mapping[str, str] | None = None
    ) -> Timeline:
        """See that units may take these places. kinds, names: of the new ones. Gives the tree as it will be.

        Raises NotAllowed, UnfitParent, ParentNotStanding, Circle.
        """
        after = self.before.changed(stays, kinds)
        self.refuse_stranger(_codes(stays))
        for code, stay in stays.items():
            if stay.parent is not None and not fits_below(after.kinds[code], after.kinds.get(stay.parent, "")):
                raise UnfitParent(unit=(names or {}).get(code) or named(code), parent=named(stay.parent))
        flaw = after.flaw(min(stay.since for stay in stays.values()))
        if flaw is not None:
            raise (Circle if flaw.circle else ParentNotStanding)(
                unit=named(flaw.unit), parent=named(flaw.parent), month=month_text(flaw.month)
            )
        return after

    def post(self, action: str, codes: Iterable[str], stays: Mapping[str, Stay]) -> Entry:
        """Write the places, the audit row with every row that came or went, and the entry that commits to them all.

        codes: the units that the change is about, which are those of ``stays`` but for a new name.
        """
        units = {unit.code: unit for unit in Unit.objects.filter(code__in=_codes(stays))}
        Placement.objects.bulk_create([self._placement(units, code, stay) for code, stay in stays.items()])
        rows, ref = tree_rows(), new_ref(TREE)
        came, went = (
            sorted(map(_listed, set(rows) - set(self._rows))),
            sorted(map(_listed, set(self._rows) - set(rows))),
        )
        audit.write(actor=self.actor, action=action, target=ref, reason=self.reason, came=came, went=went)
        return log.post(Posting(ref, CHANGED, _county(codes), self.actor.token, (), digest_of(rows)))

    def _placement(self, units: Mapping[str, Unit], code: str, stay: Stay) -> Placement:
        return Placement(
            unit=units[code],
            parent=units[stay.parent] if stay.parent else None,
            stands=stay.stands,
            since=first_day(stay.since),
            until=first_day(stay.until),
            heir=units[stay.heir] if stay.heir else None,
            seq=self._seq,
        )

    def refuse_stranger(self, codes: set[str]) -> None:
        """Units are changed by administrators, below their own bureau, and from the command line of the server.

        The system itself opens the one for trying out, which is below nobody's, and changes none that is there.
        """
        opens = not codes & set(self.before.stays)
        if self.actor == CONSOLE or (self.actor == SYSTEM and opens):
            return
        if not isinstance(self.actor, Member):
            raise NotAllowed()
        tops = Unit.objects.filter(pk__in=self.actor.roles().get(Role.ADMIN, set())).values_list("code", flat=True)
        own = self.before.below(tops, this_month())
        if not self.actor.has_role(Role.ADMIN) or not codes & set(self.before.stays) <= own:
            raise NotAllowed()


def month_of(day: date | None) -> int:
    """The month that begins on a day, as yyyymm; the beginning for none. Raises NotAMonth."""
    if day is None:
        return BEGINNING
    if day.day != 1:
        raise NotAMonth(day=day.isoformat())
    return yyyymm(day)


def month_text(month: int) -> str:
    """A month as people write it: 2025-09."""
    return f"{month // 100:04d}-{month % 100:02d}"


def named(code: str) -> str:
    """A unit's name and code, for a sentence."""
    unit = Unit.objects.filter(code=code).first()
    return f"{unit} ({code})" if unit else code


def fits_below(kind: str, above: str) -> bool:
    """Whether a unit of one kind may stand below one of another; above: "" for none."""
    own, over = _RANK[UnitKind(kind)], _RANK.get(UnitKind(above), 9) if above else 9
    return over < own or kind == above == UnitKind.SCHOOL


def _codes(stays: Mapping[str, Stay]) -> set[str]:
    return {code for unit, stay in stays.items() for code in (unit, stay.parent, stay.heir) if code}


def _county(codes: Iterable[str]) -> str:
    """The county that the first of the units belongs to; where none does, the unit itself."""
    known, month = timeline(), this_month()
    chains = [list(known.above(code, month)) for code in codes]
    counties = (code for chain in chains for code in chain if known.kinds.get(code) == UnitKind.COUNTY)
    return next(counties, chains[0][0])


def _listed(row: TreeRow) -> list[str]:
    """A row as an audit row keeps it; what is absent is marked by a text that no value can be."""
    return [row.table, *(ABSENT if column is None else str(column) for column in row.columns)]
