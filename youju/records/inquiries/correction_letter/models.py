"""Official letters (回应函、更正函): drafted by one, signed by another, with a number of the year's sequence."""

from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _

from youju.ledger.facts import FactLine
from youju.lib import clock
from youju.orgs import sequences
from youju.records.counting.measures import load_measures
from youju.records.heads.case import Case
from youju.records.heads.ledgered import Item
from youju.records.heads.record import instant_text
from youju.records.inquiries.correction_letter.moves import ISSUED, MOVES, LetterState

MEASURES = load_measures(Path(__file__).parent)


class LetterSort(models.TextChoices):
    """The categories under which letters are counted; the same codes stand in measures.toml."""

    RESPONSE = "response", _("official response")
    CORRECTION = "correction", _("letter of correction")


class CorrectionLetter(Case):
    """Of the unit that issues it. happened: the day it was drafted. mark: the letters before the year (代字).

    year, number, issued_on: come with the signature; the verifier is who signed.
    """

    mark = models.CharField(_("mark of the issuer"), max_length=12)
    addressee = models.CharField(_("addressee"), max_length=80)
    body = models.TextField(_("text of the letter"), max_length=5000)
    link = models.URLField(_("link to what it answers or corrects"), max_length=500, blank=True)
    contact = models.CharField(_("contact for questions"), max_length=60, blank=True)
    year = models.PositiveSmallIntegerField(null=True)
    number = models.PositiveIntegerField(_("number of the letter"), null=True)
    issued_on = models.DateField(_("signed on"), null=True)

    EDITED: ClassVar[tuple[str, ...]] = (
        "unit", "sort", "title", "happened", "mark", "addressee", "body", "link", "contact",
    )  # fmt: skip
    SEARCHED: ClassVar[tuple[str, ...]] = ("addressee", "body")
    HEADS: ClassVar[tuple[str, ...]] = ("verifier", "verified_at")
    STATES = LetterState
    MOVES = MOVES
    FIRST = LetterState.DRAFTED

    class Meta:
        verbose_name = _("official letter")
        verbose_name_plural = _("official letters")
        constraints = [models.UniqueConstraint(fields=["mark", "year", "number"], name="one_letter_per_number")]

    @property
    def sequence(self) -> str:
        return f"letter-{self.mark}"

    @property
    def number_text(self) -> str:
        """As the letter bears it: 溪教函〔2026〕5号; empty before it is signed."""
        said = {"mark": self.mark, "year": self.year, "number": self.number}
        return _text("%(mark)s〔%(year)s〕%(number)s号") % said if self.number else ""

    def on_move(self, action: str, *, actor: Any, now: datetime) -> dict[str, Any]:
        """Who signed it, and when."""
        return {"verifier": actor, "verified_at": now} if action == "sign" else {}

    def moved(self, action: str, *, actor: Any) -> None:
        """Give the number as it is signed; a void letter leaves its number void."""
        if action == "sign":
            today = clock.today()
            number = sequences.take(self.sequence, today.year)
            self._write(year=today.year, number=number, issued_on=today)
        elif action == "void" and self.year and self.number:
            reason = _text("the letter is void")  # why stands with the move
            sequences.void_number(name=self.sequence, year=self.year, number=self.number, reason=reason, actor=actor)

    def standing(self) -> tuple[str, ...]:
        return (ISSUED,) if self.state == LetterState.ISSUED else ()

    def own_items(self, milestone: str) -> list[Item]:
        return [
            ("mark", self.mark),
            ("addressee", self.addressee),
            ("body", self.body),
            ("link", self.link),
            ("contact", self.contact),
            ("number", f"{self.year}/{self.number}"),
            ("issued_on", self.issued_on.isoformat() if self.issued_on else None),
            ("signer", self.verifier.token if self.verifier else None),
            ("signed_at", instant_text(self.verified_at)),
        ]

    def facts(self, milestone: str) -> tuple[FactLine, ...]:
        """One letter of its sort, on the day it was signed."""
        return (self.fact("letters.issued", 1, category=self.sort)._replace(day=self.issued_on or self.happened),)

    def _write(self, **columns: Any) -> None:
        CorrectionLetter.objects.filter(pk=self.pk).update(**columns)
