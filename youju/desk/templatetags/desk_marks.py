"""Marks the desk's pages are made of: a bar in a row, a record's state in words and shape."""

from django import template
from django.utils.safestring import SafeString

from youju.desk.figures import charts
from youju.desk.figures.charts import Bar
from youju.desk.records.facts_text import counted_text, quantity_text
from youju.records.attachments import Attachment
from youju.records.ledgered import Ledgered
from youju.records.measures import Measure

register = template.Library()

# What every browser shows as a picture; the store has looked into the file.
_PICTURES = {"image/jpeg", "image/png", "image/webp", "image/gif"}


@register.filter
def is_picture(attachment: Attachment) -> bool:
    """Whether the evidence can be shown small beside its name."""
    return attachment.file is not None and attachment.file.media_type in _PICTURES


@register.simple_tag
def share_bar(value: float, most: float) -> SafeString:
    """One bar of a list whose longest is ``most``."""
    return charts.one_bar(value, most)


@register.simple_tag
def column_chart(bars: list[Bar], title: str) -> SafeString:
    """Columns side by side, each a link."""
    return charts.columns(bars, title=title)


@register.inclusion_tag("parts/state.html")
def state(record: Ledgered) -> dict[str, str]:
    """The state of a record, as shape and word."""
    return {"state": record.state, "label": record.state_label}


@register.simple_tag
def counted(measure: Measure, quantity: int) -> str:
    """A measure with its quantity and measure word."""
    return counted_text(measure, quantity)


@register.simple_tag
def quantity_of(measure: Measure, quantity: int) -> str:
    """A quantity with its measure word."""
    return quantity_text(measure, quantity)
