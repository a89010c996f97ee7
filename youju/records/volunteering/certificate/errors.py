"""What keeps a certificate from going on, each with its sentence."""

from django.utils.translation import gettext_lazy as _

from youju.errors import YoujuError


class NothingServed(YoujuError):
    code, status = "nothing-served", 422
    sentence = _(
        "There is no verified service of %(name)s by records of “%(unit)s” from %(first)s to %(last)s. Have the "
        "services verified first, or correct the days."
    )


class ServiceChanged(YoujuError):
    code, status = "service-changed", 409
    sentence = _(
        "A service that the notice told of was corrected or voided since, so the notice no longer holds. End the "
        "notice, and begin it anew with the hours as they are now."
    )
