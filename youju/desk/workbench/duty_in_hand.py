"""Of duty on the first screen: who is on duty now, what waits for one's answer, and which days have nobody."""

from typing import Any

from youju.duty.rosters import gaps, on_duty, swaps_waiting
from youju.lib import clock
from youju.orgs.members import Member


def duty_in_hand(member: Member) -> dict[str, Any]:
    """Empty lists where the member has to do with no roster."""
    return {
        "on_duty": on_duty(member, clock.now()),
        "swaps": swaps_waiting(member),
        "duty_gaps": gaps(member),
    }
