"""How templates say dues."""

from typing import Any

from django import template

from youju.desk.audit.action_words import ACTIONS
from youju.desk.plans.words import who_text, window_text
from youju.plans.dues import EXCUSED, MET, NOTHING, OWED, Due, DueState

register = template.Library()

_MILESTONES = {OWED: DueState.DUE, MET: DueState.MET, NOTHING: DueState.ZERO, EXCUSED: DueState.EXCUSED}


@register.filter
def window(due: Due) -> str:
    return window_text(due)


@register.filter
def who(due: Due) -> str:
    return who_text(due)


@register.filter
def act_name(row: Any) -> str:
    """What an audit row says was done."""
    return str(ACTIONS.get(row.action, row.action))


@register.filter
def due_milestone(milestone: str) -> str:
    return str(_MILESTONES[milestone].label) if milestone in _MILESTONES else milestone
