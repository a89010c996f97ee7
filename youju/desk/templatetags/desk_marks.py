"""Marks the desk's pages are made of: a bar in a row, a record's state in words and shape."""

from django import template
from django.utils.safestring import SafeString

from youju.desk import charts
from youju.desk.charts import Bar
from youju.records.base import Record

register = template.Library()


@register.simple_tag
def share_bar(value: float, most: float) -> SafeString:
    """One bar of a list whose longest is ``most``."""
    return charts.one_bar(value, most)


@register.simple_tag
def column_chart(bars: list[Bar], title: str) -> SafeString:
    """Columns side by side, each a link."""
    return charts.columns(bars, title=title)


@register.inclusion_tag("parts/state.html")
def state(record: Record) -> dict[str, str]:
    """The state of a record, as shape and word."""
    return {"state": record.state, "label": record.get_state_display()}
