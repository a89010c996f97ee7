"""What a claim can be bound to by hand: every indicator, and every cell of the ledger that the check knows."""

from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from youju.claims.candidates.candidate import Candidate
from youju.claims.candidates.terms import pairs_of
from youju.claims.ranking.ledger import Ledger
from youju.claims.reading import Claim
from youju.errors import YoujuError
from youju.ledger.tree import size
from youju.lib.periods import Period
from youju.orgs.units import Unit

_SORTS = {"percent": "percent", "rank": "rank"}
_SHOWN = 20
_NEAR = 6


class UnknownTarget(YoujuError):
    code, status = "unknown-target", 422
    sentence = _("“%(said)s” is no figure of this bureau. Choose one from the list.")


class WrongSort(YoujuError):
    """A percentage cannot be the number of anything."""

    code, status = "wrong-sort", 422
    sentence = _(
        "“%(name)s” and %(said)s are different sorts of number: a count, a percentage or a place in a ranking."
    )


class Search(NamedTuple):
    """What was found for words typed beside a claim.

    near: no name holds all the words; these share some of their characters. more: how many are not shown.
    """

    said: str
    found: list[Candidate]
    near: bool = False
    more: int = 0


def targets(unit: Unit, period: Period) -> list[Candidate]:
    """Everything a claim of this unit and period may be bound to, the declared indicators first."""
    return list(Ledger(unit, period, size()).vocabulary.candidates)


def find_target(code: str, claim: Claim, among: list[Candidate]) -> Candidate:
    """The one of this code. Raises UnknownTarget, WrongSort."""
    found = next((one for one in among if one.indicator.code == code), None)
    if found is None:
        raise UnknownTarget(said=code)
    if found.form != _sort_of(claim):
        raise WrongSort(name=str(found.indicator.name), said=claim.text)
    return found


def search(said: str, claim: Claim, among: list[Candidate]) -> Search:
    """The figures of the claim's sort whose name, other names or code hold every word typed.

    Those that are called so themselves come first, then the declared ones, then the shortest. Where none holds all
    words, those whose names share the most characters with what was typed.
    """
    return search_among(said, [one for one in among if one.form == _sort_of(claim)])


def search_among(said: str, able: list[Candidate]) -> Search:
    """The same among figures of whatever sort."""
    words = said.casefold().split()
    if not words:
        return Search("", [])
    found = [one for one in able if all(any(word in name for name in _names(one)) for word in words)]
    if found:
        found.sort(key=lambda one: (not _is_called(one, words), not one.declared, len(str(one.indicator.name))))
        return Search(said.strip(), found[:_SHOWN], more=max(0, len(found) - _SHOWN))
    return Search(said.strip(), _nearest(said, able), near=True)


def _is_called(one: Candidate, words: list[str]) -> bool:
    name = str(one.indicator.name).casefold()
    return all(word in name for word in words)


def _nearest(said: str, able: list[Candidate]) -> list[Candidate]:
    # Two letters of a code say nothing; two Chinese characters are a word.
    asked = {pair for pair in pairs_of(said) if not pair.isascii()}
    shared = [(len(asked & _pairs(one)), one) for one in able]
    best = sorted((each for each in shared if each[0]), key=lambda each: (-each[0], len(str(each[1].indicator.name))))
    return [one for _count, one in best[:_NEAR]]


def _pairs(one: Candidate) -> set[str]:
    return {pair for name in _names(one) for pair in pairs_of(name)}


def _names(one: Candidate) -> list[str]:
    facets = one.facets
    names = (*facets.whole, *facets.measure, *facets.category, *facets.occasion)
    return [name.casefold() for name in (str(one.indicator.name), one.indicator.code, *names)]


def _sort_of(claim: Claim) -> str:
    return _SORTS.get(claim.kind, "number")
