"""The accounts one logs in with: one a role, all with the password of this installation."""

import os
import secrets
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from youju.orgs.members import Role

_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
_LETTERS = 12


class Account(NamedTuple):
    """place: the code of a unit below the bureau, or nothing for the bureau itself."""

    name: str
    role: Role
    place: str
    does: str | Promise


ACCOUNTS = (
    Account("officer", Role.OFFICER, "", _("plans, verifies, drafts the summary: begin here")),
    Account("colleague", Role.OFFICER, "", _("the second officer: nobody verifies what is their own")),
    Account("liaison", Role.LIAISON, "experimental", _("records what a school did")),
    Account("reviewer", Role.REVIEWER, "experimental", _("reads what the school has recorded")),
    Account("town", Role.OFFICER, "xingduo", _("the officer of a town: passes on what its schools nominate")),
    Account("signer", Role.SIGNER, "", _("the leader who signs")),
    Account("auditor", Role.AUDITOR, "", _("reads everything, changes nothing")),
    Account("admin", Role.ADMIN, "", _("looks at units, members and roles, but sees no records")),
)


def password() -> str:
    """The password of all demo accounts: drawn once, kept in a file that only this user reads."""
    file = password_file()
    try:
        return file.read_text("utf-8").strip()
    except FileNotFoundError:
        file.parent.mkdir(parents=True, exist_ok=True)
        drawn = "".join(secrets.choice(_ALPHABET) for _place in range(_LETTERS))
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
            out.write(drawn + "\n")
        return drawn


def password_file() -> Path:
    return Path(settings.HOME) / "demo-password.txt"
