"""Units for tests, as they stood before the ledger's first entry: no verb, no audit row, no entry of their own."""

from datetime import date
from typing import Any

from youju.orgs.placements import Placement
from youju.orgs.units import Unit

BEFORE_THE_LEDGER = -1


def plant(code: str, kind: str, name: str = "", parent: Unit | None = None, **fields: Any) -> Unit:
    """A unit below ``parent`` from the beginning; ``since`` and ``until`` cut that to whole months."""
    since: date | None = fields.pop("since", None)
    until: date | None = fields.pop("until", None)
    unit = Unit.objects.create(code=code, kind=kind, name=name or code, **fields)
    Placement.objects.create(unit=unit, parent=parent, since=since, until=until, seq=BEFORE_THE_LEDGER)
    return unit
