"""Of duty on the first screen: who is on duty, what waits for an answer, what was asked for, days without anybody."""

from typing import Any

from youju.duty.rosters import gaps, on_duty, swaps_of, swaps_waiting
from youju.lib import clock
from youju.orgs.members import Member


def duty_in_hand(member: Member) -> dict[str, Any]:
    """Empty lists where the member has to do with no roster."""
    return {
        "on_duty": on_duty(member, clock.now()),
        "swaps": swaps_waiting(member),
        "my_swaps": swaps_of(member),
        "duty_gaps": gaps(member),
    }
