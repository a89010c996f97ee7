"""How long something took, in words."""

from django.utils.translation import gettext as _


def span(minutes: int | None) -> str:
    """Minutes, hours and minutes, or days and hours; empty where there is nothing to tell."""
    if minutes is None:
        return ""
    hours, rest = divmod(minutes, 60)
    if hours >= 48:
        return _("%(days)s days %(hours)s h") % {"days": hours // 24, "hours": hours % 24}
    if hours:
        return _("%(hours)s h %(minutes)s min") % {"hours": hours, "minutes": rest}
    return _("%(minutes)s min") % {"minutes": rest}
