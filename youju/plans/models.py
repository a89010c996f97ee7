"""Where Django looks for the package's tables; each is defined in the file of its noun."""

from youju.plans.dues import Due
from youju.plans.items import PlanItem
from youju.plans.progress import LedgerRead
from youju.plans.zero_reports import ZeroReport

__all__ = ["Due", "LedgerRead", "PlanItem", "ZeroReport"]
