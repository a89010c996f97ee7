"""A signed comment as somebody might write it down."""

from datetime import date
from typing import Any

from youju.orgs.units import Unit
from youju.records.publicity.outlet.models import Outlet


def sample(unit: Unit, day: date) -> dict[str, Any]:
    """Values for one on the bureau's own account."""
    account, _new = Outlet.objects.get_or_create(
        code="xiyun-edu", defaults={"name": "溪云教育公众号", "sort": "wechat", "level": "county", "official": True}
    )
    return {
        "unit": unit,
        "title": "回应校服选购",
        "happened": day,
        "outlet": account,
        "link": "https://mp.example.cn/s/reply-1",
        "words": "校服由家长自愿选购，学校不统一收费。",
        "about": "https://bbs.example.cn/t/2048",
    }
