"""What can be done with occasions: declare them, write them otherwise, let them be found under more names."""

import re
from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from youju.errors import Conflict, YoujuError
from youju.lib.text import one_line
from youju.orgs import audit
from youju.orgs.actors import Actor
from youju.orgs.errors import NameMissing, TooEarly
from youju.orgs.units import Unit
from youju.records.heads.occasions import Occasion, OccasionAlias

_CODE = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}")


class UnfitOccasionCode(YoujuError):
    code, status = "unfit-occasion-code", 422
    sentence = _("“%(occasion)s” cannot be a code: small letters, digits and hyphens only, at most 60.")


class OccasionCodeTaken(Conflict):
    code = "occasion-code-taken"
    sentence = _("There is an occasion of the code “%(occasion)s” already. Choose another code.")


@transaction.atomic
def occasion_open(
    *,
    code: str,
    sort: str,
    name: str,
    unit: Unit,
    actor: Actor,
    begins: date | None = None,
    ends: date | None = None,
    aliases: Iterable[str] = (),
) -> Occasion:
    """Declare an occasion. Its code goes into the ledger and holds no personal data.

    begins and ends are both inclusive. Raises NameMissing, TooEarly, UnfitOccasionCode, OccasionCodeTaken.
    """
    if not fits_code(code):
        raise UnfitOccasionCode(occasion=code)
    if Occasion.objects.filter(code=code).exists():
        raise OccasionCodeTaken(occasion=code)
    occasion = Occasion(code=code, sort=sort, unit=unit)
    _write(occasion, name, begins, ends)
    _add_aliases(occasion, aliases)
    audit.write(actor=actor, action="occasion.open", target=code, unit=unit.code)
    return occasion


@transaction.atomic
def occasion_change(*, occasion: Occasion, name: str, begins: date | None, ends: date | None, actor: Actor) -> None:
    """Write name and days otherwise; an old name goes on finding it. Raises NameMissing, TooEarly."""
    old = occasion.name
    _write(occasion, name, begins, ends)
    _add_aliases(occasion, [old])
    audit.write(actor=actor, action="occasion.change", target=occasion.code)


@transaction.atomic
def occasion_alias_add(*, occasion: Occasion, names: Iterable[str], actor: Actor) -> None:
    """Let an occasion be found under more names; those it has already are left as they are."""
    _add_aliases(occasion, names)
    audit.write(actor=actor, action="occasion.alias", target=occasion.code)


@transaction.atomic
def occasion_alias_drop(*, occasion: Occasion, name: str, actor: Actor) -> None:
    """Let an occasion no longer be found under a name; one that it has not is left as it is."""
    occasion.aliases.filter(name=name).delete()
    audit.write(actor=actor, action="occasion.alias", target=occasion.code)


def fits_code(code: str) -> bool:
    """Whether an occasion may have this code."""
    return _CODE.fullmatch(code) is not None


def _write(occasion: Occasion, name: str, begins: date | None, ends: date | None) -> None:
    occasion.name, occasion.begins, occasion.ends = one_line(name), begins, ends
    if not occasion.name:
        raise NameMissing()
    if begins and ends and ends < begins:
        raise TooEarly(day=ends)
    occasion.save()


def _add_aliases(occasion: Occasion, names: Iterable[str]) -> None:
    borne = {occasion.name, *occasion.aliases.values_list("name", flat=True)}
    new = dict.fromkeys(filter(None, map(one_line, names)))
    OccasionAlias.objects.bulk_create(OccasionAlias(occasion=occasion, name=name) for name in new if name not in borne)
