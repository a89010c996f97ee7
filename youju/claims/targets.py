"""What a claim can be bound to by hand: every indicator, and every cell of the ledger that the check knows."""

from django.utils.translation import gettext_lazy as _

from youju.claims.candidates import Candidate
from youju.claims.ledger import Ledger
from youju.claims.reading import Claim
from youju.errors import YoujuError
from youju.ledger.tree import size
from youju.lib.periods import Period
from youju.orgs.units import Unit

_SORTS = {"percent": "percent", "rank": "rank"}


class UnknownTarget(YoujuError):
    code, status = "unknown-target", 422
    sentence = _("“%(said)s” is no figure of this bureau. Choose one from the list.")


class WrongSort(YoujuError):
    """A percentage cannot be the number of anything."""

    code, status = "wrong-sort", 422
    sentence = _(
        "“%(name)s” and %(said)s are different sorts of number: a count, a percentage or a place in a ranking."
    )


def targets(unit: Unit, period: Period) -> list[Candidate]:
    """Everything a claim of this unit and period may be bound to, the declared indicators first."""
    return list(Ledger(unit, period, size()).vocabulary.candidates)


def find_target(said: str, claim: Claim, among: list[Candidate]) -> Candidate:
    """The one meant by a code, a name, or “name (code)” as the list offers it. Raises UnknownTarget, WrongSort."""
    said = said.strip()
    found = next((one for one in among if said in (_code(one), _name(one), label(one))), None)
    if found is None:
        raise UnknownTarget(said=said)
    if found.form != _SORTS.get(claim.kind, "number"):
        raise WrongSort(name=_name(found), said=claim.text)
    return found


def label(one: Candidate) -> str:
    """How a list offers a candidate: two may have one name."""
    return f"{_name(one)} ({_code(one)})" if one.declared else _name(one)


def _code(one: Candidate) -> str:
    return one.indicator.code


def _name(one: Candidate) -> str:
    return str(one.indicator.name)
