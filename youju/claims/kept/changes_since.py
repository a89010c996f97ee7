"""What has changed in the verdicts of a kept text since it was kept."""

from collections.abc import Sequence
from typing import NamedTuple

from youju.claims.judging.verdict import Verdict
from youju.claims.kept.kept_text import Told
from youju.claims.telling.checked import Checked, Plain, plain_value
from youju.phrases import enumerated


class Stood(NamedTuple):
    """A figure's verdict, and the ledger's value for it."""

    verdict: Verdict
    value: Plain

    @property
    def printed(self) -> str:
        """The value as it is read beside the figure, whose measure word it shares; "" for none."""
        values = self.value if isinstance(self.value, list) else [self.value]
        return enumerated(f"{value:.12g}" for value in values if value is not None)


class Since(NamedTuple):
    """One figure whose verdict, or whose value in the ledger, is another than it was.

    number: its place among the figures of today, 0 where it is read as none any more. said: the words of the text.
    before, now: None where it was, or is, read as no figure.
    """

    number: int
    said: str
    before: Stood | None
    now: Stood | None


def since(text: str, told: Sequence[Told], found: Sequence[Checked]) -> list[Since]:
    """The figures of one and the same text that stand otherwise than they did, in its order."""
    before = {(one.start, one.end): Stood(Verdict(one.verdict), one.value) for one in told}
    numbers = {(one.claim.start, one.claim.end): number for number, one in enumerate(found, 1)}
    now = {(one.claim.start, one.claim.end): Stood(one.verdict, plain_value(one.value)) for one in found}
    return [
        Since(numbers.get(span, 0), text[span[0] : span[1]], before.get(span), now.get(span))
        for span in sorted(before.keys() | now.keys())
        if before.get(span) != now.get(span)
    ]
