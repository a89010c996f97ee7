"""Finding an account by log-in name or by its holder's name, those that are being planned too."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.utils.translation import gettext_noop as _

from youju.bureau.workbook.present import Present
from youju.lib.sheets import Unread, listed
from youju.orgs.members import Role

_NONE = _("there is no account “%(name)s”: add it to the sheet of members, or correct the name")
_SEVERAL = _("there are several accounts of “%(name)s”: write the log-in name, one of %(usernames)s")


@dataclass
class Account:
    """An account of a plan. liaison_in: codes of the units in which it is a liaison."""

    username: str
    name: str
    unit: str
    liaison_in: set[str] = field(default_factory=set)


class Accounts:
    """All accounts that are open, by log-in name in small letters."""

    def __init__(self, present: Present) -> None:
        self._present = present
        self._known: dict[str, Account] | None = None
        self._doubted: set[str] = set()

    def doubt(self, *names: str) -> None:
        """Know whom rows that cannot be planned with speak of, so that nothing is said of cells that name them.

        "" stands for what could not be read, and may be anybody.
        """
        self._doubted.update(names)

    def is_doubted(self, name: str) -> bool:
        return not self._doubted.isdisjoint((name, ""))

    def all(self) -> dict[str, Account]:
        if self._known is None:
            self._known = {}
            for username, member in self._present.members.items():
                unit = member.unit.code if member.unit else ""
                liaison = {
                    grant.unit.code
                    for grant in member.grants.all()
                    if grant.role == Role.LIAISON and (grant.until is None or grant.until >= self._present.day)
                }
                if member.is_active:
                    self._known[username.casefold()] = Account(username, member.name, unit, liaison)
        return self._known

    def add(self, account: Account) -> None:
        self.all()[account.username.casefold()] = account

    def drop(self, username: str) -> None:
        self.all().pop(username.casefold(), None)

    def is_closed(self, username: str) -> bool:
        """Whether it is the log-in name of an account that is closed, or that the workbook closes."""
        return username.casefold() not in self.all() and any(
            username.casefold() == known.casefold() for known in self._present.members
        )

    def named(self, name: str, unit: str) -> list[Account]:
        return [account for account in self.all().values() if (account.name, account.unit) == (name, unit)]

    def liaisons(self, unit: str) -> list[str]:
        """The log-in names of a unit's liaisons."""
        return [account.username for account in self.all().values() if unit in account.liaison_in]

    def find(self, text: str) -> str:
        """The log-in name of whom a text means: a log-in name, or a name that only one account bears. Raises Unread."""
        if text.casefold() in self.all():
            return self.all()[text.casefold()].username
        by_name: dict[str, list[str]] = defaultdict(list)
        for account in self.all().values():
            by_name[account.name].append(account.username)
        found = by_name.get(text, [])
        if not found and text in self._doubted:
            return text
        if not found:
            raise Unread(_NONE, name=text)
        if len(found) > 1:
            raise Unread(_SEVERAL, name=text, usernames=listed(sorted(found)))
        return found[0]
