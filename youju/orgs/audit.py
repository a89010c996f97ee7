"""The audit row: who did what to which thing, written inside the verb's own transaction."""

from collections.abc import Iterable
from typing import Any

from django.db import models, transaction
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from youju.ledger.insert import insert_objects
from youju.lib import clock
from youju.lib.batches import batches
from youju.orgs.actors import Actor
from youju.orgs.members import Member


class AuditRow(models.Model):
    """One action. The table takes inserts only; the ledger's triggers guard it as they guard the log."""

    at = models.DateTimeField(_("time"), default=clock.now)
    actor = models.CharField(_("actor"), max_length=16)
    action = models.CharField(_("action"), max_length=40)
    target = models.CharField(_("target"), max_length=80)
    detail = models.JSONField(_("detail"), default=dict)

    class Meta:
        verbose_name = _("audit row")
        verbose_name_plural = _("audit rows")
        indexes = [
            models.Index(fields=["target", "at"], name="audit_by_target"),
            models.Index(fields=["actor", "at"], name="audit_by_actor"),
            # Whether somebody wrote a thing: asked of each page that offers a decision, whatever else they have done.
            models.Index(fields=["actor", "target", "action"], name="audit_of_actor"),
            models.Index(fields=["action", "at"], name="audit_by_action"),
            models.Index(fields=["at"], name="audit_by_time"),
        ]

    def __str__(self) -> str:
        return f"{localtime(self.at):%Y-%m-%d %H:%M} {self.action} {self.target}"


def write(*, actor: Actor, action: str, target: str, **detail: Any) -> AuditRow:
    """Note an action. Must run in the transaction of the change it notes, so that neither stands alone."""
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("an audit row belongs to its verb's transaction")
    return AuditRow.objects.create(actor=actor.token, action=action, target=target, detail=detail)


def write_many(*, actor: Actor, action: str, targets: list[str]) -> None:
    """One row a target, for verbs over a list."""
    insert_objects(AuditRow(actor=actor.token, action=action, target=target) for target in targets)


def write_each(*, action: str, done: Iterable[tuple[Actor, str, dict[str, Any]]]) -> None:
    """One row for each actor, target and detail, for verbs over what several have done at one moment."""
    insert_objects(
        AuditRow(actor=actor.token, action=action, target=target, detail=detail) for actor, target, detail in done
    )


def targets_of(*, actor: Member, actions: Iterable[str], targets: Iterable[str]) -> set[str]:
    """Those among ``targets`` with which a member has done one of ``actions``."""
    found: set[str] = set()
    mine = AuditRow.objects.filter(actor=actor.token, action__in=tuple(actions))
    for batch in batches(targets):
        found.update(mine.filter(target__in=batch).values_list("target", flat=True))
    return found
