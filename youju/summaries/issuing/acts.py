"""Acts: what may be done with a document once it is written, in which states and by whom. Declared here alone."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from youju.errors import NotAllowed
from youju.orgs.members import Member, Role
from youju.orgs.units import Unit
from youju.phrases import enumerated
from youju.records.rights import reached_units
from youju.summaries.drafts.access import may_sign
from youju.summaries.drafts.documents import Document, DocumentState
from youju.summaries.issuing.errors import NotInState

State = DocumentState


class Act(NamedTuple):
    """signing: by a signing leader who drafted nothing of it; else by an officer. reason: whether one must be given."""

    code: str
    label: str | Promise
    help: str | Promise
    states: tuple[DocumentState, ...]
    signing: bool = False
    reason: bool = False


ACTS = (
    Act("freeze", _("Freeze"), _("Every figure is kept as it is now; the text goes to be signed."), (State.DRAFT,)),
    Act("sign", _("Sign"), _("You have read this edition and answer for it."), (State.FROZEN,), signing=True),
    Act("refuse", _("Send back"), _("Back to whoever drafts, with your reason."),
        (State.FROZEN,), signing=True, reason=True),
    Act("issue", _("Issue"), _("It goes out as it was signed, and is never changed again."), (State.SIGNED,)),
    Act("withdraw", _("Take back to a draft"), _("To write on. The edition stays on record, signed or not."),
        (State.FROZEN, State.SIGNED), reason=True),
    Act("drop", pgettext_lazy("document", "Give up"), _("It is put away as it is, and can be taken up again."),
        (State.DRAFT,), reason=True),
    Act("resume", pgettext_lazy("document", "Take up again"), _("The draft is written on where it was left."),
        (State.DROPPED,)),
    Act("correct", _("Draft an erratum"), _("With what was printed and what holds now; signed like any text."),
        (State.ISSUED,)),
)  # fmt: skip
_BY_CODE = {act.code: act for act in ACTS}


def find_act(code: str) -> Act:
    """The declared act. Raises KeyError: only code names one."""
    return _BY_CODE[code]


def acts_open(member: Member, document: Document) -> list[Act]:
    """What a member may do with a document as it stands."""
    return [act for act in ACTS if document.state in act.states and is_for(act, member, document.unit)]


def is_for(act: Act, member: Member, unit: Unit) -> bool:
    """Whether a member's roles allow the act for a unit's documents; who drafted is asked where one signs."""
    return may_sign(member, unit) if act.signing else unit.pk in reached_units(member, Role.OFFICER)


def hold(document: Document, code: str, actor: Member) -> Document:
    """The document, locked for an act. Raises NotAllowed, NotInState."""
    act = find_act(code)
    if not is_for(act, actor, document.unit):
        raise NotAllowed()
    held = Document.objects.select_for_update().get(pk=document.pk)
    require_state(act, held)
    return held


def require_state(act: Act, document: Document) -> None:
    """Raises NotInState where the act is not for a document as it stands."""
    if document.state not in act.states:
        states = enumerated(state.label for state in act.states)
        raise NotInState(title=document.title, state=document.get_state_display(), act=act.label, states=states)
