"""Certificates of volunteers (志愿服务证明): hours as the ledger has them, under notice first, with number and code."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _

from youju.ledger.facts import FactLine
from youju.lib import clock
from youju.lib.codes import code_digest, new_code
from youju.lib.deadlines import DayType, Rule
from youju.orgs import sequences
from youju.orgs.members import Member
from youju.orgs.people import Person, survivors
from youju.orgs.settings import setting
from youju.phrases import duration
from youju.records.counting.measures import load_measures
from youju.records.heads.attachments import Attachment
from youju.records.heads.case import Case
from youju.records.heads.ledgered import Item
from youju.records.notices.models import NoticeLine
from youju.records.notices.passing import require_passed
from youju.records.notices.verbs import notice_begin, notice_stop
from youju.records.volunteering.certificate.errors import NothingServed, ServiceChanged
from youju.records.volunteering.certificate.moves import ISSUED, MOVES, CertificateState
from youju.records.volunteering.certificate.notice import notice_text, served_digest
from youju.records.volunteering.certificate.served import Served, outdated, served_by

MEASURES = load_measures(Path(__file__).parent)
SEQUENCE = "volunteer-certificate"


class Certificate(Case):
    """Of the unit that issues it. happened, happened_until: first and last day of the service that it tells of.

    served: the services as they stood when the notice began, as ``Served.written``; nobody types them. noticed_on,
    due_on: the first and last day of the notice, which is one of ``records/notices``. year, number: of the bureau's one
    sequence. code: what a stranger checks it by. What is empty comes with the move that brings it.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("volunteer"))
    responsible = models.CharField(_("head of the unit"), max_length=40)
    contact = models.CharField(_("contact"), max_length=60)
    posted_at = models.CharField(_("where the notice is posted"), max_length=80, blank=True)
    noticed_on = models.DateField(_("notice since"), null=True)
    served = models.JSONField(default=list)
    year = models.PositiveSmallIntegerField(null=True)
    number = models.PositiveIntegerField(_("certificate number"), null=True)
    code = models.CharField(_("check code"), max_length=24, blank=True)
    code_digest = models.CharField(max_length=64, unique=True, null=True)
    issued_on = models.DateField(_("issued on"), null=True)

    EDITED: ClassVar[tuple[str, ...]] = (
        "unit", "person", "happened", "happened_until", "note", "responsible", "contact", "posted_at",
    )  # fmt: skip
    RELATED: ClassVar[tuple[str, ...]] = (*Case.RELATED, "person")
    HEADS: ClassVar[tuple[str, ...]] = ("verifier", "verified_at")
    STATES = CertificateState
    MOVES = MOVES
    FIRST = CertificateState.REQUESTED

    class Meta:
        verbose_name = _("certificate of a volunteer")
        verbose_name_plural = _("certificates of volunteers")
        constraints = [models.UniqueConstraint(fields=["year", "number"], name="one_certificate_per_number")]

    @property
    def token(self) -> str:
        return self.person.token

    @property
    def lines(self) -> list[Served]:
        return [Served(ref, date.fromisoformat(day), minutes) for ref, day, minutes in self.served]

    @property
    def minutes(self) -> int:
        return sum(line.minutes for line in self.lines)

    @property
    def last_day(self) -> date:
        return self.happened_until or self.happened

    @property
    def number_text(self) -> str:
        """As the paper bears it; empty before it is issued."""
        return _text("〔%(year)s〕%(number)04d") % {"year": self.year, "number": self.number} if self.number else ""

    @property
    def is_valid(self) -> bool:
        """Whether it is issued, not void, and all that it tells of still stands in the ledger as it did."""
        return self.state == CertificateState.ISSUED and not outdated([self])

    @property
    def digest(self) -> str:
        """Of what the notice tells."""
        return served_digest(self.person.token, self.lines)

    @property
    def notice(self) -> str:
        """What is posted in the unit."""
        return notice_text(
            unit=self.unit, person=self.person, first=self.happened, last=self.last_day, count=len(self.served),
            minutes=self.minutes, until=self.due_on, contact=self.contact,
        )  # fmt: skip

    def concerns(self, member: Member) -> bool:
        """Whether it is of the member, also where it was asked for under an entry that was merged into theirs."""
        kept = survivors([self.person_id])[self.person_id]
        return Person.objects.filter(pk__in={kept, self.person_id}, member=member).exists()

    def assign(self, values: dict[str, Any]) -> None:
        super().assign(values)
        if "person" in values:
            self.title = _text("Volunteer service of %(name)s") % {"name": self.person.name}

    def on_move(self, action: str, *, actor: Any, now: datetime) -> dict[str, Any]:
        """Who issued the certificate."""
        if action == "issue":
            return {"verifier": actor, "verified_at": now}
        return {"due_on": None} if action == "stop" else {}

    def moved(self, action: str, *, actor: Any) -> None:
        """Read the hours when the notice begins; give number and code when it has run out and all still stands.

        Raises NothingServed, ServiceChanged, and what ``notices.passing.require_passed`` does.
        """
        if action == "publish":
            self._show(actor)
        elif action in ("stop", "refuse"):
            notice_stop(ref=self.ref, actor=actor, reason=_text("the certificate is not issued as it is"))
            if action == "stop":
                self._write(served=[], noticed_on=None)
        elif action == "issue":
            self._refuse_early()
            today, code = clock.today(), new_code()
            number = sequences.take(SEQUENCE, today.year)
            self._write(year=today.year, number=number, code=code, code_digest=code_digest(code), issued_on=today)
        elif action == "void" and self.year and self.number:
            reason = _text("the certificate is void")  # why stands with the move
            sequences.void_number(name=SEQUENCE, year=self.year, number=self.number, reason=reason, actor=actor)

    def standing(self) -> tuple[str, ...]:
        return (ISSUED,) if self.state == CertificateState.ISSUED else ()

    def items(self, milestone: str, attachments: Iterable[Attachment]) -> list[Item]:
        """Without the title, which says the person's name: the token stands for it."""
        return [item for item in super().items(milestone, attachments) if item[0] != "title"]

    def own_items(self, milestone: str) -> list[Item]:
        return [
            ("person", self.person.token),
            ("happened_until", self.happened_until.isoformat() if self.happened_until else None),
            ("responsible", self.responsible),
            ("contact", self.contact),
            ("posted_at", self.posted_at),
            ("noticed_on", self.noticed_on.isoformat() if self.noticed_on else None),
            ("number", f"{self.year}/{self.number}"),
            ("code_digest", self.code_digest),
            ("issued_on", self.issued_on.isoformat() if self.issued_on else None),
            *((f"served/{place}", " ".join(map(str, line.written()))) for place, line in enumerate(self.lines, 1)),
        ]

    def facts(self, milestone: str) -> tuple[FactLine, ...]:
        """One certificate, on the day it was issued."""
        return (self.fact("volunteers.certificates", 1)._replace(day=self.issued_on or self.happened),)

    def _serve(self) -> list[Served]:
        lines = served_by(self.token, self.unit, self.happened, self.last_day)
        if not lines:
            raise NothingServed(name=self.person, unit=self.unit, first=self.happened, last=self.last_day)
        return lines

    def _show(self, actor: Any) -> None:
        """Put what the person served under notice in the unit, as the ledger has it now."""
        lines = self._serve()
        self.served = [line.written() for line in lines]
        told = {"count": len(lines), "time": duration(self.minutes)}
        notice = notice_begin(
            ref=self.ref,
            title=_text("Certificate of volunteer service: %(name)s") % {"name": self.person},
            digest=self.digest,
            lines=[NoticeLine(str(self.person), str(self.unit), _text("%(count)s activities, %(time)s") % told)],
            where=self.posted_at,
            contact=self.contact,
            rule=Rule(setting("certificate_notice_days"), DayType.CALENDAR),
            public=False,
            actor=actor,
        )
        self.due_on = notice.last_day
        self._write(served=self.served, noticed_on=clock.today(), due_on=notice.last_day)

    def _refuse_early(self) -> None:
        require_passed(ref=self.ref, digest=self.digest)
        if outdated([self]):
            raise ServiceChanged()

    def _write(self, **columns: Any) -> None:
        Certificate.objects.filter(pk=self.pk).update(**columns)
