"""What the gate refuses, each with its sentence. None tells what was found: sentences are logged."""

from django.utils.translation import gettext_lazy as _

from youju.errors import Conflict, YoujuError
from youju.gate.checks import Check
from youju.gate.outgoing import Outgoing


class NotThroughGate(Conflict):
    """Raised by a verb that publishes; ``past_gate`` answers it with a look at the outgoing."""

    code = "not-through-gate"
    sentence = _("“%(title)s” has not been through the publication gate as it is now, so it stays inside.")

    def __init__(self, outgoing: Outgoing) -> None:
        self.outgoing = outgoing
        super().__init__(title=outgoing.title)


class HeldByGate(Conflict):
    """The gate found something; the check holds what."""

    code = "held-by-gate"
    sentence = _(
        "The publication gate holds “%(title)s”: %(count)s places must not go out like this. Look at what it found and "
        "take that out, or ask a second person to let it through. Nothing was published."
    )

    def __init__(self, check: Check) -> None:
        self.check = check
        super().__init__(title=check.title, count=len(check.findings))


class NothingHeld(Conflict):
    code = "nothing-held"
    sentence = _("“%(title)s” is not held by the gate any more. Reload the page and look at how it stands.")


class OverrideNeedsAnother(YoujuError):
    code, status = "override-needs-another", 403
    sentence = _("You asked for “%(title)s” to be let through, or handed it in. Somebody else must decide on it.")
