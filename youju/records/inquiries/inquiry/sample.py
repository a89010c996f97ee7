"""An inquiry as an officer might take it in."""

from datetime import date
from typing import Any

from youju.orgs.units import Unit


def sample(unit: Unit, day: date) -> dict[str, Any]:
    """Values for a question by telephone about a school's after-school care."""
    return {
        "unit": unit,
        "title": "课后服务收费标准咨询",
        "happened": day,
        "channel": "phone",
        "sort": "question",
        "text": "家长询问课后服务每学期收费多少，能否按月缴纳。",
        "received_time": "09:40",
        "foreign_number": "",
    }
