"""What keeps a nomination from going on, each with its sentence."""

from django.utils.translation import gettext_lazy as _

from youju.errors import Conflict, YoujuError


class NominationsClosed(Conflict):
    code = "nominations-closed"
    sentence = _(
        "“%(title)s” takes no nominations now (%(state)s; nominations to %(day)s). Ask the office that runs it."
    )


class NoPlace(Conflict):
    code = "no-place"
    sentence = _("%(unit)s has no place in “%(title)s”, so it cannot nominate. Ask the office that runs it.")


class QuotaFull(Conflict):
    code = "quota-full"
    sentence = _(
        "%(unit)s may nominate %(places)s for “%(title)s” and has done so. Withdraw another nomination first, or ask "
        "the office that runs it for another place."
    )


class NominatedTwice(Conflict):
    code = "nominated-twice"
    sentence = _("%(who)s is nominated for “%(title)s” already, by %(unit)s (%(ref)s).")


class HoldsTitle(Conflict):
    code = "holds-title"
    sentence = _("%(who)s holds “%(award)s” already: %(list)s of %(day)s (%(ref)s). It is given once.")


class WrongNominee(YoujuError):
    code, status = "wrong-nominee", 422
    sentence = _("“%(award)s” is given to %(to)s. Nominate that.")


class TownFirst(Conflict):
    code = "town-first"
    sentence = _(
        "Nominations of %(unit)s pass %(town)s first. Accept this one once the town has passed it on, or send it back; "
        "where a town has nobody to review, take its step out of the call."
    )


class OnTheList(Conflict):
    code = "on-the-list"
    sentence = _("%(who)s is on the list of “%(title)s”. Take them off the list first, then strike the nomination.")


class NotGivenYet(Conflict):
    code = "not-given-yet"
    sentence = _(
        "“%(title)s” has given no title yet, so there is nobody to recommend. Take the names along once it has."
    )
