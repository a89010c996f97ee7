"""What the gate refuses, each with its sentence. None tells what was found: sentences are logged."""

from django.utils.translation import gettext_lazy as _

from youju.errors import Conflict, YoujuError
from youju.gate.outgoing import Outgoing


class NotThroughGate(Conflict):
    """Raised by a verb that publishes; whoever shows it has ``gate_check`` keep what is found in the outgoing."""

    code = "not-through-gate"
    sentence = _(
        "The publication gate holds “%(title)s”: something in it must not go out like this. Nothing was published. "
        "Look at what was found and take it out, or ask a second person to let it through."
    )

    def __init__(self, outgoing: Outgoing) -> None:
        self.outgoing = outgoing
        super().__init__(title=outgoing.title)


class NothingHeld(Conflict):
    code = "nothing-held"
    sentence = _("“%(title)s” is not held by the gate any more. Reload the page and look at how it stands.")


class OverrideNeedsAnother(YoujuError):
    code, status = "override-needs-another", 403
    sentence = _("You asked for “%(title)s” to be let through, or handed it in. Somebody else must decide on it.")
