"""Numbers without a gap: cases, certificates, orders, notices and files are numbered 1, 2, 3 … within a year.

How a number is written (〔2026〕12号, 0012) is the business of whoever takes it.
"""

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from youju.errors import Conflict
from youju.orgs import audit
from youju.orgs.actors import Actor
from youju.orgs.audit import AuditRow

_VOID = "number.void"


class NumberNotTaken(Conflict):
    code = "number-not-taken"
    sentence = _("Number %(number)s of %(name)s in %(year)s was never given out, so it cannot be voided.")


class NumberVoided(Conflict):
    code = "number-voided"
    sentence = _("Number %(number)s of %(name)s in %(year)s is void already.")


class Sequence(models.Model):
    """The next number of one name in one year; year 0 where numbers go on over the years."""

    name = models.CharField(_("name"), max_length=40)
    year = models.PositiveSmallIntegerField(_("year"))
    next = models.PositiveIntegerField(_("next number"), default=1)

    class Meta:
        verbose_name = _("sequence of numbers")
        verbose_name_plural = _("sequences of numbers")
        constraints = [models.UniqueConstraint(fields=["name", "year"], name="one_sequence_per_name_and_year")]

    def __str__(self) -> str:
        return f"{self.name}/{self.year}"


def take(name: str, year: int) -> int:
    """The next number, from 1; others wait until the caller's transaction ends, and get the same one if it fails.

    So there is neither a gap nor a double. Raises TransactionManagementError outside a transaction.
    """
    sequence = _held(name, year)
    number = sequence.next
    sequence.next = number + 1
    sequence.save(update_fields=["next"])
    return number


@transaction.atomic
def void_number(*, name: str, year: int, number: int, reason: str, actor: Actor) -> None:
    """Note that a number will stay without a paper, and why: the only gap there may be.

    Raises NumberNotTaken, NumberVoided.
    """
    if not 0 < number < _held(name, year).next:
        raise NumberNotTaken(number=number, name=name, year=year)
    target = _target(name, year, number)
    if AuditRow.objects.filter(action=_VOID, target=target).exists():
        raise NumberVoided(number=number, name=name, year=year)
    audit.write(actor=actor, action=_VOID, target=target, reason=reason)


def _held(name: str, year: int) -> Sequence:
    """The sequence, locked until the transaction ends. On SQLite the transaction itself is the lock."""
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("a number stands or falls with what bears it")
    # Of two that come first, one waits here for the other's row.
    Sequence.objects.bulk_create([Sequence(name=name, year=year)], ignore_conflicts=True)
    return Sequence.objects.select_for_update().get(name=name, year=year)


def _target(name: str, year: int, number: int) -> str:
    return f"{name}/{year}/{number}"
