"""What an edition bears on paper: as a report its head, with number and signer once it has them."""

from youju.lib import clock
from youju.summaries.issuing.editions import Edition, EditionStep
from youju.summaries.paper.heads import Heads


def heads_of(edition: Edition, address: str) -> Heads:
    """The heads of an edition. address: where a reader checks its figures."""
    signed, issued = (edition.step(what) for what in (EditionStep.What.SIGNED, EditionStep.What.ISSUED))
    return Heads(
        as_report=edition.as_report,
        issuer=edition.unit_name,
        addressee=edition.addressee,
        symbol=issued.symbol if issued else "",
        signer=str(signed.by) if signed and edition.as_report else "",
        day=clock.day_of(issued.at) if issued else None,
        address=address,
    )
