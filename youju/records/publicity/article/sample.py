"""An article as a school might hand it in."""

from datetime import date
from typing import Any

from youju.orgs.units import Unit
from youju.records.publicity.channel.models import Channel


def sample(unit: Unit, day: date) -> dict[str, Any]:
    """Values for a contributed piece of news."""
    channel, _new = Channel.objects.get_or_create(code="jiaoyu-xinwen", defaults={"name": "教育新闻", "rhythm": "news"})
    return {
        "unit": unit,
        "title": "春日读书会走进书香长廊",
        "happened": day,
        "channel": channel,
        "sort": "contributed",
        "byline": "校通讯社",
        "source": "",
        "original": "",
        "body": "三月的长廊里书声琅琅。\n\n## 共读一本书\n\n各班推选了自己的领读人。",
        "tags": "阅读 校园文化",
        "issue": "",
        "proofreaders": "宣传组",
        "must_be_public": False,
        "old_address": "",
        "mentions": [],
    }
