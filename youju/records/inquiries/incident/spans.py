"""How long something took, in words."""

from django.utils.translation import gettext as _

from youju.phrases import duration


def span(minutes: int | None) -> str:
    """Minutes, hours and minutes, or days and hours; empty where there is nothing to tell."""
    if minutes is None:
        return ""
    hours = minutes // 60
    if hours >= 48:
        return _("%(days)s days %(hours)s h") % {"days": hours // 24, "hours": hours % 24}
    return duration(minutes)
