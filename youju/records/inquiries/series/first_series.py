"""The series with which a bureau begins; it renames, retires and adds as it needs."""

from typing import Any

from youju.records.inquiries.series.models import Rhythm

_SERIES = {
    "online_work": ("网评员会议", Rhythm.QUARTER, "网评员"),
    "publicity_work": ("宣传工作会议", Rhythm.MONTH, "各科室、各学校通讯员"),
    "contacts": ("联络员会议", Rhythm.TERM, "各单位联络员"),
}


def first_series() -> list[tuple[str, dict[str, Any]]]:
    """Each row: its code, and the values of the register's form."""
    return [
        (code, {"name": name, "rhythm": rhythm.value, "takes_part": who, "other_names": "", "since": None})
        for code, (name, rhythm, who) in _SERIES.items()
    ]
