"""An official letter as somebody might draft it."""

from datetime import date
from typing import Any

from youju.orgs.units import Unit


def sample(unit: Unit, day: date) -> dict[str, Any]:
    """Values for a letter that asks a website to correct what it wrote."""
    return {
        "unit": unit,
        "sort": "correction",
        "title": "关于更正校服费用报道的函",
        "happened": day,
        "mark": "青小函",
        "addressee": "澜江生活网",
        "body": "贵网所载校服费用与事实不符。\n现将有关情况函告，请予更正。",
        "link": "https://news.example.cn/a/77",
        "contact": "周五，85550001",
    }
