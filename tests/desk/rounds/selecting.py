"""What the tests of a selection's pages share: who may open one, and a panel that scores."""

from types import SimpleNamespace

from tests.desk.conftest import Desk
from tests.records.honours.selection import (
    collected,
    moved,
)
from youju.records.honours.nomination.models import Nomination
from youju.records.honours.round.models import Panelist, Round
from youju.records.honours.round.panel import panelist_add, panelist_ticket

PASSWORD = "a long pass phrase"
ROLES = ("alice", "olga", "grace", "dora", "tess", "bob", "charlie", "dan", "eve")


def statuses(desk: Desk, office: SimpleNamespace, url: str, *, post: bool = False) -> dict[str, int]:
    return {
        role: (desk(getattr(office, role)).post(url) if post else desk(getattr(office, role)).get(url)).status_code
        for role in ROLES
    }


def scoring(office: SimpleNamespace) -> tuple[Round, list[Nomination], Panelist, str]:
    """Handed over to a panel of one from outside, with the code of their ticket."""
    round, nominations = collected(office)
    round = moved(round, "to_panel", office.alice)
    panelist = panelist_add(round=round, name="何教授", actor=office.alice)
    return round, nominations, panelist, panelist_ticket(panelist=panelist, actor=office.alice)


def sheet_of(nominations: list[Nomination], first: int = 50) -> dict[str, str]:
    """Points for all three, those of the first as given."""
    rows = {nominations[0].ref: first, nominations[1].ref: 55, nominations[2].ref: 40}
    return {f"points-{ref}-0": str(points) for ref, points in rows.items()} | {f"points-{ref}-1": "30" for ref in rows}
