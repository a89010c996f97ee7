"""What a record would add to the figures, in words: read from its own facts, so it holds for every kind."""

from collections import defaultdict
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from youju.phrases import duration, reads_chinese
from youju.records.counting.measures import MINUTES, Measure
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.record import VERIFIED
from youju.records.kinds import find_measure


def facts_text(record: Ledgered) -> str:
    """The measures of the record with their sums: “学习场次 1次 · 应到 9人次 · 到会 8人次”. No noughts beside."""
    sums: dict[str, int] = defaultdict(int)
    for fact in record.facts(VERIFIED):
        sums[fact.measure] += fact.quantity
    something = any(sums.values())
    counted = ((find_measure(code), quantity) for code, quantity in sums.items() if quantity or not something)
    return " · ".join(counted_text(measure, quantity) for measure, quantity in counted if measure)


def counted_text(measure: Measure, quantity: int) -> str:
    """A measure with its quantity, scaled as the measure is: “志愿服务时长 3.5小时”."""
    return f"{measure.zh if reads_chinese() else measure.en} {quantity_text(measure, quantity)}"


def quantity_text(measure: Measure, quantity: int) -> str:
    """A quantity alone, with its measure word in Chinese: “3.5小时”; minutes as people say them: “2小时30分钟”."""
    if measure.word == MINUTES:
        return duration(quantity)
    number = number_format(Decimal(quantity).scaleb(-measure.scale), force_grouping=True)
    if measure.form == "rank":
        return _("no. %s") % number
    return f"{number}{measure.word if reads_chinese() or measure.form == 'percent' else ''}"
