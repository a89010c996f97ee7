"""Marks the desk's pages are made of: a bar in a row, a record's state in words and shape."""

from functools import lru_cache

from django import template
from django.template import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from youju import phrases
from youju.desk import heads
from youju.desk.figures import charts
from youju.desk.figures.charts import Bar
from youju.desk.on_the_server import asks_for_the_server
from youju.desk.records.facts_text import counted_text, quantity_text
from youju.desk.records.list_address import list_address
from youju.desk.records.shown_files import is_download_only, shows_as_pdf, shows_as_picture, shows_by_preview
from youju.records.counting.measures import Measure
from youju.records.heads.attachments import Attachment
from youju.records.heads.ledgered import Ledgered

register = template.Library()
register.filter("ask_for_the_server", asks_for_the_server)


@register.filter
def bracketed(text: object, beside: object) -> str:
    """A text with what belongs to it in the reader's brackets."""
    return phrases.bracketed(text, beside)


@register.filter
def is_picture(attachment: Attachment) -> bool:
    """Whether the evidence can be shown small beside its name."""
    return shows_as_picture(attachment)


@register.filter
def is_viewable(attachment: Attachment) -> bool:
    """Whether the evidence can be looked at on a page of its own."""
    return shows_as_picture(attachment) or shows_by_preview(attachment) or shows_as_pdf(attachment)


@register.filter
def is_old(attachment: Attachment) -> bool:
    """Whether the evidence is of an old format, kept for download only."""
    return is_download_only(attachment)


@register.simple_tag
def share_bar(value: float, most: float) -> SafeString:
    """One bar of a list whose longest is ``most``."""
    return charts.one_bar(value, most)


@register.simple_tag
def column_chart(bars: list[Bar], title: str) -> SafeString:
    """Columns side by side, each a link."""
    return charts.columns(bars, title=title)


@register.simple_tag
def state(record: Ledgered) -> SafeString:
    """The state of a record or case, as shape and word."""
    return _mark(heads.shape_of(record.state), heads.state_words(record))


@lru_cache(maxsize=500)
def _mark(shape: str, label: str) -> SafeString:
    """Drawn once: a list shows a few of them in fifty rows."""
    return render_to_string("parts/state.html", {"shape": shape, "label": label})


@register.simple_tag
@lru_cache(maxsize=100)
def icon(name: str) -> SafeString:
    """What parts/icon.html draws, for rows of which a page has many."""
    return render_to_string("parts/icon.html", {"name": name})


@register.simple_tag
def address_of(head: Ledgered) -> str:
    """Where the page of a head is: that of a case or of a record, as its kind is."""
    return heads.address_of(head)


@register.simple_tag
def counted(measure: Measure, quantity: int) -> str:
    """A measure with its quantity and measure word."""
    return counted_text(measure, quantity)


@register.simple_tag
def quantity_of(measure: Measure, quantity: int) -> str:
    """A quantity with its measure word."""
    return quantity_text(measure, quantity)


@register.simple_tag(takes_context=True)
def list_url(context: Context, section: str) -> str:
    """The section's list as it was left."""
    return list_address(context["request"], section)
