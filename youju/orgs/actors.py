"""Who can act: a member, or the machine where nobody is logged in."""

from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from youju.orgs.members import Member


class Machine(NamedTuple):
    """An actor without an account. Its token is a word, which no member's token (16 hexadecimal digits) can be."""

    token: str
    name: str | Promise


SYSTEM = Machine("system", _("the system, on time"))
CONSOLE = Machine("console", _("the command line of the server"))
HOLDER = Machine("ticket", _("whoever holds the ticket"))
NOBODY = Machine("nobody", _("somebody who is not logged in"))

_MACHINES = (SYSTEM, CONSOLE, HOLDER, NOBODY)

Actor: TypeAlias = Member | Machine


def machines_named(text: str) -> list[str]:
    """The tokens of the machines whose name holds a text, in the language now active."""
    return [machine.token for machine in _MACHINES if text.lower() in str(machine.name).lower()]


def names_of(tokens: Iterable[str]) -> dict[str, str]:
    """The name of each actor that is known, by token, in the language now active."""
    wanted = set(tokens)
    names = dict(Member.objects.filter(token__in=wanted).values_list("token", "name"))
    return names | {machine.token: str(machine.name) for machine in _MACHINES if machine.token in wanted}
