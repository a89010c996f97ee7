"""What is done with an inquiry besides its moves, in words."""

from django.utils.translation import gettext_lazy as _

HAND_OVER, DUE, ASK_SOLVED, ERASE = "hand-over", "due-moved", "ask-solved", "asker-erased"

STEPS = {
    HAND_OVER: _("handed over to a colleague"),
    DUE: _("day due reckoned anew after days off were announced"),
    ASK_SOLVED: _("the asker was asked whether it is solved"),
    ERASE: _("what was kept of the asker was erased"),
}
