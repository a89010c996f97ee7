"""What lists, titles and levels are called, in the language now active."""

from youju.records.accreditation.checklist.models import LEVELS_GRANTED, Checklist
from youju.records.accreditation.holding.forms import titles
from youju.records.counting.levels import LEVELS
from youju.records.forms.stated_form import named


def title_of(checklist: Checklist) -> str:
    """The title that a list leads to."""
    return checklist.title or titles().get(checklist.sort, checklist.sort)


def level_names() -> dict[str, str]:
    """The levels at which titles are granted, the lowest first."""
    return {level.code: named(level) for level in LEVELS if level.code in LEVELS_GRANTED}
