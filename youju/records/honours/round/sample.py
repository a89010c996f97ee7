"""A selection as somebody might call it."""

from datetime import date, timedelta
from typing import Any

from youju.lib import clock
from youju.orgs.units import Unit
from youju.records.honours.round.bases import QuotaBy
from youju.records.honours.title.models import GoesTo, Title


def sample(unit: Unit, day: date) -> dict[str, Any]:
    """Values for ten titles and twelve places, all of one unit."""
    title = Title.objects.filter(goes_to=GoesTo.PERSON).first() or Title.objects.create(
        code="ethics-model", name="县师德标兵", level="county", goes_to=GoesTo.PERSON, counts_as="ethics_model"
    )
    return {
        "unit": unit,
        "title": "师德标兵评选",
        "award": title,
        "happened": day,
        "due_on": clock.today() + timedelta(days=20),
        "most": 10,
        "nominees": 12,
        "quota_by": QuotaBy.EQUAL.value,
        "by_town": False,
        "note": "教龄三年以上，师德考核合格。",
        "criteria": [{"text": "师德表现", "points": 60}, {"text": "教育教学", "points": 40}],
        "quotas": [{"unit": unit, "base": 1, "places": 12}],
    }
