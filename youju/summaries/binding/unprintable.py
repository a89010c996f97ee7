"""Why a token prints nothing: one sentence each, the same wherever a token is built."""

from django.utils.translation import gettext as _

from youju.indicators.display import printed_value
from youju.indicators.figure import Figure


class Unprintable(Exception):
    """The value cannot be printed as the token asks; carries one sentence."""


def unknown(form: str, forms: str) -> Unprintable:
    """forms: those that there are, as people write them."""
    return Unprintable(_("there is no form “%(form)s”; there are: %(forms)s.") % {"form": form, "forms": forms})


def unfit(figure: Figure, form: str) -> Unprintable:
    return Unprintable(
        _("“%(name)s” is %(value)s, which cannot be printed in the form “%(form)s”.")
        % {"name": figure.indicator.name, "value": shown(figure), "form": form or "–"}
    )


def unreported(figure: Figure) -> Unprintable:
    return Unprintable(
        _("nothing was reported for “%(name)s” (%(code)s).")
        % {"name": figure.indicator.name, "code": figure.indicator.code}
    )


def several(figure: Figure) -> Unprintable:
    return Unprintable(
        _("“%(name)s” is %(value)s, which is not one whole number.")
        % {"name": figure.indicator.name, "value": shown(figure)}
    )


def shown(figure: Figure) -> str:
    """The value as people write it."""
    return printed_value(figure.indicator, figure.value)
