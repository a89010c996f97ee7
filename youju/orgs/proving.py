"""Proving oneself once more, at the moment of signing: a log-in left open signs nothing.

Whoever has a second factor shows a code of it, also where the bureau asks nobody for one. Whoever has none and need not
have one gives the password again.
"""

from typing import Literal

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from youju.errors import Conflict, YoujuError
from youju.orgs.log_ins import has_factor
from youju.orgs.members import Member
from youju.orgs.second_factor import factor_check, factor_needed
from youju.orgs.wrong_tries import try_begin, try_forget

Proof = Literal["code", "password"]


class NotProven(YoujuError):
    code, status = "not-proven", 422
    sentence = _(
        "This code or password does not fit, so nothing was signed. Type the newest six digits of the app, or without "
        "a second factor your password. After several wrong ones the next is taken only after a pause."
    )


class FactorNotSetUp(Conflict):
    code = "factor-not-set-up"
    sentence = _("Signing needs your second factor, and you have none yet. Set it up at your next log-in.")


def proof_asked(member: Member) -> Proof:
    """What a member shows."""
    return "code" if has_factor(member) or factor_needed(member) else "password"


def proven(*, member: Member, text: str) -> bool:
    """Whether a code or password fits. Part of a verb: a wrong one is counted, so the transaction must end well.

    Raises FactorNotSetUp, and TooManyTries while the next password has to wait.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("a proof belongs to the verb that asks for it")
    held = Member.objects.select_for_update().get(pk=member.pk)  # many tries at once come one by one
    if proof_asked(held) == "code":
        if not has_factor(held):
            raise FactorNotSetUp()
        return factor_check(member=held, text=text)
    tries = try_begin(keys=[f"old-password:{held.token}"], address="")
    if not held.check_password(text):
        return False
    try_forget(tries)
    return True
