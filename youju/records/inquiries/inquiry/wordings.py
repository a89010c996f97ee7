"""The wordings with which an answer to an inquiry may begin, and what of it is put into their places."""

from datetime import date

from youju.lib import clock
from youju.records.inquiries.inquiry.models import Inquiry
from youju.records.inquiries.wording.models import Wording, put_in


def wordings_for(inquiry: Inquiry) -> list[Wording]:
    """Those in force today for its topic and sort, those that name them most closely first. One query."""
    rows = [row for row in Wording.objects.in_force(clock.today()) if isinstance(row, Wording)]
    fitting = [row for row in rows if row.fits(inquiry.topic_id, inquiry.sort)]
    return sorted(fitting, key=lambda row: (-row.closeness(), row.name))


def begun_with(inquiry: Inquiry, wording: Wording, typed: str) -> str:
    """What was typed, and below it the wording, unless it stands there already."""
    text = put_in(wording.text.strip(), _known(inquiry))
    if not typed.strip():
        return text
    return typed if text in typed else f"{typed.rstrip()}\n\n{text}"


def _known(inquiry: Inquiry) -> dict[str, str]:
    """By the names that wordings have for it. Nothing of the asker: an answer may become public."""
    return {
        "编号": inquiry.number,
        "事项": inquiry.title,
        "收到日期": _day(inquiry.happened),
        "承办单位": inquiry.unit.name,
        "今天": _day(clock.today()),
    }


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
