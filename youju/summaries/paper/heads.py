"""What a summary bears on paper beside its text: the head of a report, to whom, from whom, on which day."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Heads:
    """Nothing is asked of the ledger here; whatever is empty is not set.

    as_report: with a red head (版头), as what goes up to those above; else plain, as an attachment is.
    issuer: the unit in the red head and over the date. symbol: 发文字号. signer: the name after 签发人.
    title: with a stroke | where a line ends; empty: the text's own first heading, which may hold strokes too.
    attachments: names of what goes with it. copies_to: the units after 抄送, with which the back matter (版记) is set.
    printed_on: the day in the back matter. address: where a reader checks the figures, printed as a code too.
    """

    as_report: bool = False
    issuer: str = ""
    addressee: str = ""
    symbol: str = ""
    signer: str = ""
    day: date | None = None
    title: str = ""
    attachments: tuple[str, ...] = ()
    copies_to: str = ""
    printed_on: date | None = None
    address: str = ""
