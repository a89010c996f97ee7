"""How long and when, in words: hours and minutes as they are, never rounded: a certificate must not say more."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _


def duration(minutes: int) -> str:
    """Minutes as “12小时30分钟”; whole hours alone where no minutes are left."""
    hours, rest = divmod(minutes, 60)
    if not rest and hours:
        return _("%(hours)s h") % {"hours": hours}
    return (_("%(hours)s h %(minutes)s min") if hours else _("%(minutes)s min")) % {"hours": hours, "minutes": rest}


def day_text(day: date | None) -> str:
    """A day as a paper writes it; empty for none."""
    return date_format(day, "DATE_FORMAT") if day else ""
