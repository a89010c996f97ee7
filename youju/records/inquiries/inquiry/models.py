"""Inquiries (群众来件): what somebody asks, suggests, appeals or accuses, and what becomes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.errors import YoujuError
from youju.gate.outgoing import Outgoing
from youju.ledger.facts import FactLine
from youju.orgs import audit, sequences
from youju.orgs.members import Member
from youju.records.counting.measures import load_measures
from youju.records.heads.attachments import Attachment
from youju.records.heads.case import Case, Led
from youju.records.heads.ledgered import Item
from youju.records.inquiries.channels import Channel, InquirySort, visitors_of
from youju.records.inquiries.inquiry.acts import LEAVES_CLOCKS, act, may_act, obstacle_to
from youju.records.inquiries.inquiry.answers import Answer
from youju.records.inquiries.inquiry.askers import Asker, AskerValues
from youju.records.inquiries.inquiry.beside_rows import Pause, Word
from youju.records.inquiries.inquiry.circles import is_inner, is_local, is_public_desk, takers
from youju.records.inquiries.inquiry.columns import InquiryColumns
from youju.records.inquiries.inquiry.content import handled, taken_in
from youju.records.inquiries.inquiry.counting import facts_of
from youju.records.inquiries.inquiry.dues import keep_dues
from youju.records.inquiries.inquiry.inner_rights import INNER_RIGHTS
from youju.records.inquiries.inquiry.moves import ANSWERED, GIVEN, PASSES_ON, RECEIVED, SETTLED, UNCOUNTED
from youju.records.inquiries.inquiry.parts import write_parts
from youju.records.inquiries.inquiry.personal import asker_pieces, names_asker, subject_of
from youju.records.inquiries.inquiry.promises import promised
from youju.records.inquiries.inquiry.published import answer_outgoing
from youju.records.inquiries.inquiry.waits import red_word
from youju.records.inquiries.rule.picking import limits_for

__all__ = ["Answer", "Asker", "Inquiry", "Pause", "Word"]

MEASURES = load_measures(Path(__file__).parent)
SEQUENCE = "inquiry"
TITLE = 40
# What decides which limits hold, and which were copied from the rule.
_RULED_BY = ("channel", "sort", "happened")


class Inquiry(InquiryColumns):
    """One inquiry; its columns are told in ``InquiryColumns``."""

    EDITED: ClassVar[tuple[str, ...]] = (
        "sort", "unit", "title", "happened", "owner", "channel", "foreign_number", "received_time", "visitors",
        "topic", "about_unit", "text", "passed_text", "passed_to", "merged_into", "extra",
    )  # fmt: skip
    RELATED: ClassVar[tuple[str, ...]] = (
        *Case.RELATED, "topic", "about_unit", "merged_into", "answers", "answers__drafter", "answers__signer", "pauses",
    )  # fmt: skip
    RIGHTS: ClassVar[Mapping[str, Callable[[Any, Any], bool]]] = INNER_RIGHTS
    NOTED: ClassVar[tuple[str, ...]] = (*Case.NOTED, "extra", "passed_to")
    SEARCHED: ClassVar[tuple[str, ...]] = ("number", "foreign_number")

    class Meta(InquiryColumns.Meta):
        abstract = False
        verbose_name = _("inquiry")
        verbose_name_plural = _("inquiries")
        constraints = [
            models.UniqueConstraint(
                fields=["channel", "foreign_number"],
                condition=~models.Q(foreign_number=""),
                name="one_inquiry_per_number_of_its_channel",
            )
        ]

    def concerns(self, member: Member) -> bool:
        """Whether the member wrote a version of the answer: somebody else signs."""
        return any(answer.drafter_id == member.pk for answer in self.answers.all())

    def speaks_for_asker(self, member: Member) -> bool:
        return is_public_desk(member)

    def told(self, name: str, reader: Member) -> Any:
        """Nothing of the asker, to whom it may concern; to a school or town the text that was made for it."""
        if name.startswith("asker_"):
            return ""
        if name in ("text", "passed_text") and is_local(reader, self.unit):
            return self.said(self.passed_text or self.text, reader) if name == "text" else ""
        return super().told(name, reader)

    def said(self, text: str, reader: Any) -> str:
        """To a school or town nothing that would tell who asked: what the asker adds is read by nobody before it."""
        if is_local(reader, self.unit) and names_asker(self, text):
            return str(_("(kept at the bureau: it would tell who asked)"))
        return text

    def shows(self, attachment: Attachment, reader: Member | None) -> bool:
        """Files may name the asker: to a school or town its own, and what was passed on with the text."""
        if reader is not None and not is_local(reader, self.unit):
            return True
        own = reader is not None and attachment.added_by.unit_id == self.unit_id
        return own or self.passed_files.filter(pk=attachment.pk).exists()

    def red_word(self, today: date) -> str:
        return "" if self.over or self.state in UNCOUNTED else red_word(self, today)

    def turn(self) -> Iterable[Member]:
        """Whoever has to act: who handles it, else who takes it up."""
        return [self.owner] if self.owner else takers(self)

    def save(self, **options: Any) -> None:
        """Give it its number, as it is first saved. Must run in a transaction."""
        if not self.number:
            self.number = f"{self.happened.year}-{sequences.take(SEQUENCE, self.happened.year):05d}"
        super().save(**options)

    def assign(self, values: dict[str, Any]) -> None:
        super().assign(values)
        if not self.title.strip():
            self.title = self._subject(values.get("asker"))
        if any(name in values for name in _RULED_BY):
            vars(self).update(vars(limits_for(self.channel, self.sort, self.happened)))
        if "channel" in values or "visitors" in values:
            self.visitors = visitors_of(self.channel, self.visitors)
        self.inner = self.is_accusation and is_inner(self)

    def _subject(self, given: AskerValues | None) -> str:
        """What the text begins with and does not tell who asked: lists, messages and a school show it."""
        found = subject_of(self.text, given or asker_pieces(self), TITLE)
        return found or f"{InquirySort(self.sort).label}（{Channel(self.channel).label}）"

    def says(self, values: dict[str, Any]) -> bool:
        """As of every row; a subject that was left empty says what was made of it."""
        named = bool(str(values.get("title", "")).strip())
        return super().says(values if named else {name: each for name, each in values.items() if name != "title"})

    def save_parts(self, values: dict[str, Any]) -> None:
        super().save_parts(values)
        write_parts(self, values)

    def obstacle(self, action: str) -> YoujuError | None:
        return obstacle_to(self, action)

    def on_move(self, action: str, *, actor: Any, now: datetime) -> dict[str, Any]:
        """Raises what keeps the move from being made now."""
        may_act(self, action)
        return {}

    def moved(self, action: str, *, actor: Any) -> None:
        act(self, action, actor)
        if action in PASSES_ON and (files := [each.content for each in self.passed_files.all()]):
            audit.write(actor=actor, action="inquiry.pass-files", target=self.ref, files=files)
        if action not in LEAVES_CLOCKS:
            keep_dues(self)

    def goes_out(self, action: str) -> Outgoing | None:
        return answer_outgoing(self) if action == "answer" else None

    def leads_to(self, action: str, actor: Any) -> list[Led]:
        return promised(self) if action == "sign" else []

    def standing(self) -> tuple[str, ...]:
        if self.state in UNCOUNTED:
            return ()
        answered = (ANSWERED, GIVEN) if self.answered_on else ()
        return (RECEIVED, *answered, *((SETTLED,) if self.settled_on else ()))

    def own_items(self, milestone: str) -> list[Item]:
        return [*taken_in(self), *handled(self, milestone)]

    def facts(self, milestone: str) -> tuple[FactLine, ...]:
        """Parts of what was received bear the day of the receipt, work done bears its own."""
        return facts_of(self, milestone)
