"""What keeps a selection from going on, each with its sentence."""

from django.utils.translation import gettext_lazy as _

from youju.errors import Conflict, NotAllowed, YoujuError


class NoQuota(YoujuError):
    code, status = "no-quota", 422
    sentence = _(
        "No unit has a place yet, so nobody could nominate. Add the quotas under “Change what the call says”, or have "
        "them worked out by leaving them empty."
    )


class NominationsPending(Conflict):
    code = "nominations-pending"
    sentence = _(
        "%(count)s nominations are not decided yet (%(units)s). Accept them, send them back or refuse them first."
    )


class NobodyNominated(Conflict):
    code = "nobody-nominated"
    sentence = _("No nomination has been accepted, so the panel would have nothing to score.")


class NoPanel(Conflict):
    code = "no-panel"
    sentence = _("Nobody is on the panel. Name its members first, and let each hand in a sheet.")


class SheetsMissing(Conflict):
    code = "sheets-missing"
    sentence = _("These members of the panel have not handed in their sheets: %(names)s. Wait, or take them off.")


class NobodyScored(Conflict):
    code = "nobody-scored"
    sentence = _("Nobody on the panel may score %(names)s: all are of the same unit. Name a member of another unit.")


class TooMany(YoujuError):
    code, status = "too-many", 422
    sentence = _("%(count)s are on the list, and the selection gives the title to %(most)s at most. Take some off.")


class NotNominated(YoujuError):
    code, status = "not-nominated", 422
    sentence = _("Somebody on the list is not among the accepted nominations. Load the page again, and choose anew.")


class HeldAlready(Conflict):
    code = "held-already"
    sentence = _("Somebody holds this title already: %(holders)s. A title is given once; take them off.")


class SignerOnPanel(NotAllowed):
    code = "signer-on-panel"
    sentence = _(
        "You are on the panel of “%(title)s”, or nominated, so somebody else signs the decision: whoever scores does "
        "not sign."
    )


class DayOfDecision(YoujuError):
    code, status = "day-of-decision", 422
    sentence = _("The decision is dated %(day)s. It lies between the end of the notice and today.")


class PanelClosed(Conflict):
    code = "panel-closed"
    sentence = _("The panel of “%(title)s” is closed (%(state)s); its sheets can no longer be changed.")


class OnPanelTwice(Conflict):
    code = "on-panel-twice"
    sentence = _("%(name)s is on the panel already.")


class ScoresInOwnName(NotAllowed):
    code = "scores-in-own-name"
    sentence = _(
        "%(name)s has an account and scores after logging in, so there is no link by which somebody else could."
    )


class OwnSchool(NotAllowed):
    code = "own-school"
    sentence = _(
        "%(panelist)s is of %(unit)s and cannot score its nominations: members of the panel stand aside where their "
        "own unit is concerned. Nothing was saved."
    )


class PointsOutOfRange(YoujuError):
    code, status = "points-out-of-range", 422
    sentence = _("“%(criterion)s” takes whole points from 0 to %(most)s, for %(nominee)s too. Correct them.")


class SheetIncomplete(YoujuError):
    code, status = "sheet-incomplete", 422
    sentence = _("The sheet can be handed in once all are scored. Still missing: %(names)s.")


class SheetHandedIn(Conflict):
    code = "sheet-handed-in"
    sentence = _("This sheet was handed in and can no longer be changed.")
