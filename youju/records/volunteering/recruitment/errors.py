"""What keeps somebody from being signed up, or an activity from being told as held, each with its sentence."""

from django.utils.translation import gettext_lazy as _

from youju.errors import YoujuError


class SignUpOver(YoujuError):
    code, status = "sign-up-over", 409
    sentence = _("Signing up for “%(title)s” ended on %(day)s. Ask the unit that calls for volunteers.")


class SignedUpAlready(YoujuError):
    code, status = "signed-up-already", 409
    sentence = _("%(name)s is signed up for “%(title)s” already. Choose only those who are new.")


class MinorRefused(YoujuError):
    code, status = "minor-refused", 422
    sentence = _(
        "%(name)s is under age. That takes an activity that is open to minors, and the guardian's consent to "
        "volunteering on the person's page."
    )


class NotHeldYet(YoujuError):
    code, status = "not-held-yet", 422
    sentence = _("“%(title)s” is on %(day)s. Say who came once it was held.")
