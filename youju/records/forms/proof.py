"""Proving oneself in a form that signs: the field, and the check that counts a wrong try."""

from typing import Protocol

from django import forms
from django.db import transaction
from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _

from youju.errors import YoujuError
from youju.orgs.members import Member
from youju.orgs.proving import NotProven, proof_asked, proven

PROOF = "proof"
_LONGEST = 200


class _Signing(Protocol):
    actor: Member

    def add_error(self, field: str | None, error: str, /) -> None: ...


def proof_field() -> forms.CharField:
    """A code or a password, which no browser keeps or fills in."""
    return forms.CharField(
        max_length=_LONGEST, widget=forms.PasswordInput({"autocomplete": "off"}), label=_("password or code")
    )


def proof_label(member: Member) -> str:
    """What this member shows."""
    return _text("six digits of your app") if proof_asked(member) == "code" else _text("your password")


def check_proof(form: _Signing, text: str) -> None:
    """Note at the field what is wrong with a proof. The check is a transaction that ends well, so a wrong try counts.

    Asked last, of a form that holds nothing else to be mended: each try is one of few.
    """
    try:
        with transaction.atomic():
            right = proven(member=form.actor, text=text)
    except YoujuError as refusal:
        form.add_error(PROOF, str(refusal))
        return
    if not right:
        form.add_error(PROOF, str(NotProven()))
