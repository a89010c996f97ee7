"""What the indicators refuse."""

from django.utils.translation import gettext_lazy as _

from youju.errors import NotFound, YoujuError


class BadDefinitions(YoujuError):
    """The whole set is refused: a figure under a half-read definition would be a wrong figure."""

    code, status = "bad-definitions", 500
    sentence = _("The definitions of the indicators cannot be used:\n%(problems)s")


class UnknownIndicator(NotFound):
    code = "unknown-indicator"
    sentence = _("There is no indicator “%(indicator)s”.")
