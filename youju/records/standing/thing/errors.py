"""What can be wrong with who takes part in a thing, each with its sentence."""

from django.utils.translation import gettext_lazy as _

from youju.errors import YoujuError


class NotComeYet(YoujuError):
    code, status = "part-not-come-yet", 422
    sentence = _("%(name)s: this day has not come yet. Write down who takes part once they do.")


class OutOfItsTime(YoujuError):
    code, status = "part-out-of-time", 422
    sentence = _(
        "%(name)s cannot take part in “%(title)s” before it was there, nor leave before it joined. Correct the day."
    )


class AlreadyIn(YoujuError):
    code, status = "part-already-in", 422
    sentence = _("%(name)s takes part in “%(title)s” on these days already. Choose only those who are new.")


class StartsAfterParts(YoujuError):
    code, status = "starts-after-parts", 422
    sentence = _(
        "“%(title)s” cannot begin on %(day)s: somebody took part in it before. Correct that first, or choose an "
        "earlier day."
    )


class EndsBeforeParts(YoujuError):
    code, status = "ends-before-parts", 422
    sentence = _(
        "“%(title)s” cannot have ended on %(day)s: it began, or somebody joined or left, later. Correct the day."
    )
