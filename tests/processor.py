"""What something costs: seconds of the processor, so that what other programs of the machine take is not counted."""

import os
import resource
import time
from collections.abc import Callable


def processor_seconds(act: Callable[[], object]) -> float:
    """Seconds that this process spends on ``act``, all its threads together."""
    begun = time.process_time()
    act()
    return time.process_time() - begun


def seconds_of_children() -> float:
    """Seconds that the programs started and awaited by this process have spent so far."""
    told = os.times()
    return told.children_user + told.children_system


def spent() -> float:
    """Seconds that this process and the programs it started and awaited have spent so far."""
    used = [resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)
