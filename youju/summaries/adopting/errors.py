"""Why a text cannot be adopted."""

from django.utils.translation import gettext_lazy as _

from youju.errors import YoujuError


class NoText(YoujuError):
    code, status = "nothing-to-adopt", 422
    sentence = _("There is no text to start from. Paste last year's summary, or choose its file.")


class NoFigures(YoujuError):
    code, status = "no-figures-to-adopt", 422
    sentence = _("This text states no figure, so there is nothing to bind. Choose the summary with its figures in it.")


class SameYear(YoujuError):
    code, status = "same-year", 422
    sentence = _("The text must be of an earlier period than the new one: it is of %(of)s, the new one is %(new)s.")
