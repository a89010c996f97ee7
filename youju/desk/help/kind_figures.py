"""The figures that rest on one kind, for its page of the manual: each by its name, with what counts as one."""

from typing import NamedTuple

from youju.desk.help.manual import KINDS
from youju.indicators.catalogue import indicators
from youju.indicators.indicator import Text
from youju.indicators.internal import is_internal
from youju.phrases import reads_chinese
from youju.records.kinds import kinds


class KindFigure(NamedTuple):
    """An indicator as the manual names it. is_internal: shown here, refused on whatever is issued."""

    code: str
    name: str
    one: str
    is_internal: bool


def figures_of(page: str) -> list[KindFigure]:
    """The indicators that read a measure of the kind whose page it is, in the order of the catalogue; else none."""
    measures = {
        measure.code
        for kind in kinds()
        if page == f"{KINDS}{kind.code}" and not kind.every
        for measure in kind.measures
    }
    found = [each for each in indicators().values() if measures & {measure.code for measure in each.reads}]
    return [KindFigure(each.code, _said(each.name), _said(each.card.one), is_internal(each)) for each in found]


def _said(text: Text) -> str:
    return text.zh if reads_chinese() else text.en
