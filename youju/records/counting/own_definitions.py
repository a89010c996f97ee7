"""What a bureau defines itself: in the database, in versions, each in force once a second person has approved it."""

from collections.abc import Iterable, Mapping
from typing import Any, Self, TypeVar

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from youju.errors import NotAllowed
from youju.lib import clock
from youju.orgs import audit
from youju.orgs.members import Member, Role
from youju.orgs.tree import home_unit
from youju.records.errors import BadDefinition, NothingToApprove, OwnProposal

# Codes of the product never begin so, in no later release either.
PREFIX = "own."

_Definition = TypeVar("_Definition", bound="OwnDefinition")


class OwnDefinition(models.Model):
    """One version of one definition, as it was proposed; never changed, only approved, and followed by the next."""

    code = models.CharField(_("code"), max_length=60)
    version = models.PositiveIntegerField(_("version"))
    table = models.JSONField(_("definition"))
    author = models.ForeignKey(Member, models.PROTECT, related_name="+", verbose_name=_("author"))
    proposed_at = models.DateTimeField(_("proposed"), default=clock.now)
    approver = models.ForeignKey(Member, models.PROTECT, related_name="+", null=True, verbose_name=_("approved by"))
    approved_at = models.DateTimeField(_("approved"), null=True)

    class Meta:
        abstract = True
        ordering = ("code", "version")
        constraints = [models.UniqueConstraint(fields=["code", "version"], name="%(class)s_version_once")]

    def __str__(self) -> str:
        return f"{self.code}@{self.version}"

    @classmethod
    def in_force(cls) -> list[Self]:
        """The newest approved version of each code, by code. One query."""
        approved = cls._default_manager.filter(approver__isnull=False).order_by("code", "version")
        return list({row.code: row for row in approved}.values())


def definition_propose(
    model: type[_Definition], *, table: Mapping[str, Any], problems: Iterable[str], actor: Member
) -> _Definition:
    """Keep a proposal as the next version of its code. Called inside the verb of what is defined.

    Raises NotAllowed, and BadDefinition where anything is wrong with it.
    """
    _require_right(actor)
    wrong = list(problems)
    if wrong:
        raise BadDefinition(problems="\n".join(wrong))
    code = str(table["code"])
    newest = model._default_manager.filter(code=code).aggregate(newest=models.Max("version"))["newest"] or 0
    row = model._default_manager.create(code=code, version=newest + 1, table=dict(table), author=actor)
    audit.write(actor=actor, action=f"{model._meta.model_name}.propose", target=str(row))
    return row


@transaction.atomic
def definition_approve(row: _Definition, *, actor: Member) -> _Definition:
    """Put a version into force. Raises NotAllowed, OwnProposal, and NothingToApprove where it is not the newest."""
    _require_right(actor)
    if row.author_id == actor.pk:
        raise OwnProposal(code=row.code)
    rows = type(row)._default_manager
    newest = rows.filter(code=row.code).order_by("version").last()
    waiting = rows.filter(pk=row.pk, approver=None)
    if newest is None or newest.pk != row.pk or not waiting.update(approver=actor, approved_at=clock.now()):
        raise NothingToApprove(code=row.code)
    audit.write(actor=actor, action=f"{row._meta.model_name}.approve", target=str(row))
    row.refresh_from_db()
    return row


def _require_right(actor: Member) -> None:
    held = actor.roles()
    if home_unit().pk not in held.get(Role.OFFICER, set()) | held.get(Role.ADMIN, set()):
        raise NotAllowed()
