"""Days of duty to come on which a roster has nobody: whoever keeps it is told, once for each such day."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db import transaction

from youju.duty.rosters import all_gaps
from youju.orgs.actors import SYSTEM
from youju.orgs.groups import Group
from youju.orgs.settings import setting
from youju.records.alerts import AlertSort, alert

_GROUP, _GAP = "group-", "#gap-"


def gaps_ahead(day: date) -> list[str]:
    """Each roster with each day without anybody, from ``day`` on so far ahead as the setting says."""
    last = day + timedelta(days=setting("duty_gap_days") - 1)
    return list(_keys(day, last))


def _keys(first: date, last: date) -> Iterator[str]:
    for gap in all_gaps(first, last):
        yield f"{gap.group.target}{_GAP}{gap.day}"


@transaction.atomic
def tell_keepers(key: str) -> str:
    """Tell whoever keeps the roster; an unread alert of the same roster gives way."""
    code = key.removeprefix(_GROUP).partition(_GAP)[0]
    group = Group.objects.filter(code=code).first()
    if group is not None:
        keepers = [keeper.member for keeper in group.keepers.select_related("member") if keeper.member.is_active]
        alert(told=[(member, group.target) for member in keepers], sort=AlertSort.GAP, actor=SYSTEM)
    return ""
