"""Record: one thing that happened, told by one unit, verified by somebody else."""

from collections.abc import Iterable
from datetime import datetime

from youju.ledger.facts import FactLine
from youju.lib import canonical
from youju.records.heads.attachments import Attachment
from youju.records.heads.ledgered import Item, Ledgered
from youju.records.heads.states import State

# The moment at which a record enters the ledger.
VERIFIED = "verified"


class Record(Ledgered):
    """The form that every kind of record takes. Its verbs are in verbs.py; nothing else changes it.

    A kind says its own content (``own_items``) and what verifying it counts (``own_facts``). A kind whose records
    reach later milestones says which have come (``later``), with their items and facts.
    """

    class Meta:
        abstract = True

    def standing(self) -> tuple[str, ...]:
        return (VERIFIED, *self.later()) if self.state == State.VERIFIED else ()

    def fits(self, milestone: str, *, live: bool) -> bool:
        taken_back = milestone == VERIFIED and not live
        return self.state == State.VOIDED if taken_back else super().fits(milestone, live=live)

    def later(self) -> tuple[str, ...]:
        """Milestones after verifying that this record has reached, in their order."""
        return ()

    def items(self, milestone: str, attachments: Iterable[Attachment]) -> list[Item]:
        if milestone != VERIFIED:
            return [("ref", self.ref), ("milestone", milestone), *self.later_items(milestone)]
        return [
            ("ref", self.ref),
            ("kind", self.kind),
            ("section", self.section),
            ("sort", self.sort),
            ("unit", self.unit.code),
            ("partners", " ".join(sorted(unit.code for unit in self.partners.all()))),
            ("title", self.title),
            ("happened", self.happened.isoformat()),
            ("happened_until", self.happened_until.isoformat() if self.happened_until else None),
            ("due_on", self.due_on.isoformat() if self.due_on else None),
            ("occasion", self.occasion.code if self.occasion else None),
            ("note", self.note),
            ("opening", str(int(self.opening))),
            ("late_reason", self.late_reason if self.late else None),
            ("author", self.author.token),
            ("filed_by", self.filed_by.token if self.filed_by else None),
            ("owner", self.owner.token if self.owner else None),
            ("created_at", instant_text(self.created_at)),
            ("handed_in_on", self.handed_in_on.isoformat() if self.handed_in_on else None),
            ("submitted_at", instant_text(self.submitted_at)),
            ("verifier", self.verifier.token if self.verifier else None),
            ("verified_at", instant_text(self.verified_at)),
            ("self_verified", str(int(self.self_verified))),
            ("version", str(self.version)),
            *self.own_items(),
            *self.line_items(),
            *((f"evidence/{place}", attachment.text) for place, attachment in enumerate(attachments, 1)),
        ]

    def facts(self, milestone: str) -> tuple[FactLine, ...]:
        return self.own_facts() if milestone == VERIFIED else self.later_facts(milestone)

    def own_items(self) -> list[Item]:
        """What the kind itself adds to the content."""
        raise NotImplementedError

    def own_facts(self) -> tuple[FactLine, ...]:
        """What verifying this record counts."""
        raise NotImplementedError

    def later_items(self, milestone: str) -> list[Item]:
        """The content of a later milestone."""
        raise NotImplementedError

    def later_facts(self, milestone: str) -> tuple[FactLine, ...]:
        """What a later milestone counts; a part of what verifying counted bears the record's own day."""
        raise NotImplementedError


def instant_text(moment: datetime | None) -> str | None:
    """An instant as it stands in a snapshot; None where there was none."""
    return None if moment is None else canonical.instant(moment)
