"""What can go wrong with households and enterprises, each with its sentence."""

from django.utils.translation import gettext_lazy as _

from youju.errors import Conflict, YoujuError


class VisitedApart(YoujuError):
    code, status = "visited-apart", 422
    sentence = _("Choose two different households, or two different enterprises.")


class VisitedMerged(Conflict):
    code = "visited-merged"
    sentence = _("One of the two was merged already. Look again which ones there are.")
