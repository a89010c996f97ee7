"""What an officer does with a checked claim. The draft is not kept, so each act comes with the whole text again.

An act names the claim by its phrase, or by its place and words: both still hold where the text was edited elsewhere.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from django.utils.translation import gettext as _

from youju.claims.candidates.candidate import Candidate
from youju.claims.memory.phrase import Phrase, phrase_of
from youju.claims.memory.remembered import (
    Remembered,
    binding_confirm,
    binding_correct,
    binding_forget,
    bureau_of,
    place_bind,
)
from youju.claims.reading import Claim, extract
from youju.claims.targets import Search, find_target, search, targets
from youju.errors import Conflict, NotFound
from youju.lib.naturals import natural
from youju.lib.periods import Period
from youju.lib.traditional import simplified
from youju.orgs.members import Member
from youju.orgs.units import Unit

_BETWEEN = "|"


class TextChanged(Conflict):
    """The claim that a button was pressed for is no longer in the text."""

    code = "text-changed"

    def __str__(self) -> str:
        return _("The text has changed there in the meantime. It was checked again: look once more.")


class Case(NamedTuple):
    """A text as it was sent, with what it is checked for and by whom."""

    text: str
    home: Unit
    period: Period
    member: Member
    posted: Mapping[str, str]

    @property
    def bureau(self) -> Unit:
        """Whose memory of phrases the text is checked with."""
        return bureau_of(self.home)


class Sought(NamedTuple):
    """The number of the claim that a figure was looked for, and what was found."""

    number: int
    search: Search


class Done(NamedTuple):
    """The text after an act, what to say of it, and what was looked for."""

    text: str
    sentence: str = ""
    sought: Sought | None = None


def carry_out(act: str, case: Case) -> Done:
    """Do what a button asks. Raises NotFound for what none asks, NotAllowed, TextChanged and the like."""
    name, *told = act.split(_BETWEEN)
    known = _ACTS.get(name)
    if known is None or len(told) != known[1]:
        raise NotFound()
    return known[0](case, *told)


def _confirm(case: Case, phrase_id: str, target: str) -> Done:
    claim, phrase = _claim(case, phrase_id)
    found = find_target(target, claim, targets(case.home, case.period))
    binding_confirm(bureau=case.bureau, phrase=phrase, actor=case.member, **_what(found))
    return Done(case.text, _("Kept: %(said)s means “%(name)s”.") % {"said": claim.text, "name": found.indicator.name})


def _correct(case: Case, phrase_id: str, target: str) -> Done:
    claim, phrase = _claim(case, phrase_id)
    found = find_target(target, claim, targets(case.home, case.period))
    binding_correct(bureau=case.bureau, phrase=phrase, actor=case.member, **_what(found))
    return Done(case.text, _("Kept: %(said)s means “%(name)s”.") % {"said": claim.text, "name": found.indicator.name})


def _forget(case: Case, pk: str) -> Done:
    standing = Remembered.objects.standing().filter(unit=case.bureau)
    remembered = standing.filter(pk=natural(pk) or 0).first()
    if remembered is None:
        raise TextChanged()
    binding_forget(remembered=remembered, actor=case.member)
    return Done(case.text, _("Taken back: “%(name)s”.") % {"name": remembered.name})


def _place(case: Case, name: str, target: str) -> Done:
    """Remember that a name of the text is the bureau's own city or province."""
    if not name or name not in simplified(case.text):
        raise TextChanged()
    kept = place_bind(bureau=case.bureau, name=name, target=target, actor=case.member)
    return Done(
        case.text, _("Kept: in this bureau's texts “%(said)s” is %(name)s.") % {"said": name, "name": kept.name}
    )


def _use(case: Case, start: str, said: str, instead: str) -> Done:
    """Put the ledger's value where the claim stands."""
    at = natural(start)
    if at is None or not said or not case.text.startswith(said, at):
        raise TextChanged()
    text = case.text[:at] + instead + case.text[at + len(said) :]
    return Done(text, _("%(said)s became %(instead)s in the text.") % {"said": said, "instead": instead})


def _seek(case: Case, number: str) -> Done:
    """List the figures that the words typed beside a claim may mean."""
    claims = extract(case.text)
    place = natural(number)
    if not place or place > len(claims):
        raise TextChanged()
    said = case.posted.get(f"target-{number}", "")
    found = search(said, claims[place - 1], targets(case.home, case.period))
    return Done(case.text, sought=Sought(place, found))


def _claim(case: Case, phrase_id: str) -> tuple[Claim, Phrase]:
    for claim in extract(case.text):
        phrase = phrase_of(case.text, claim)
        if phrase.id == phrase_id:
            return claim, phrase
    raise TextChanged()


def _what(found: Candidate) -> dict[str, str]:
    return {"target": found.indicator.code, "name": str(found.indicator.name)}


_ACTS: dict[str, tuple[Callable[..., Done], int]] = {
    "confirm": (_confirm, 2),
    "correct": (_correct, 2),
    "seek": (_seek, 1),
    "forget": (_forget, 1),
    "place": (_place, 2),
    "use": (_use, 3),
}
