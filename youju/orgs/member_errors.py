"""What can go wrong with members and their roles, each with its sentence."""

from django.utils.translation import gettext_lazy as _

from youju.errors import Conflict, NotFound, YoujuError


class UnknownMember(NotFound):
    code = "unknown-member"
    sentence = _("There is no account “%(username)s”.")


class MemberClosed(Conflict):
    code = "member-closed"
    sentence = _("The account “%(username)s” is closed: nothing is done in its name. Open it again first.")


class UsernameTaken(Conflict):
    code = "username-taken"
    sentence = _("Somebody logs in as “%(username)s” already. Choose another log-in name.")


class UsernameUnfit(YoujuError):
    code, status = "username-unfit", 422
    sentence = _("“%(username)s” cannot be a log-in name: up to 40 letters, digits and the signs . _ - only.")


class OwnAccount(Conflict):
    code = "own-account"
    sentence = _("Nobody closes the own account or gives up the own administration. Ask another administrator.")


class LastAdministrator(Conflict):
    code = "last-administrator"
    sentence = _("Nobody else would administer the system. Make somebody else an administrator first.")


class AdminAudits(Conflict):
    code = "admin-audits"
    sentence = _(
        "Whoever administers does not audit, for nobody checks what they do themselves. "
        "End the one role first, or choose somebody else."
    )


class RoleHeld(Conflict):
    code = "role-held"
    sentence = _("The role is held in this unit already. End it first, or choose other days.")


class RoleOver(Conflict):
    code = "role-over"
    sentence = _("This role has ended already. Reload the page and look again.")


class RoleDaysUnfit(YoujuError):
    code, status = "role-days-unfit", 422
    sentence = _("A role ends on the day it begins or later, and not before today.")


class RolePlaceUnfit(YoujuError):
    code, status = "role-place-unfit", 422
    sentence = _("%(role)s is a role in a %(kind)s, not in %(unit)s. Choose another unit.")


class OfficerAtSchool(YoujuError):
    code, status = "officer-at-school", 422
    sentence = _(
        "Officers work in an office, a town or the bureau itself; %(unit)s is a school. "
        "Choose another unit, or the role liaison or reviewer."
    )


class DeputyWithoutEnd(YoujuError):
    code, status = "deputy-without-end", 422
    sentence = _("Whoever stands in for a colleague does so until a day. Give the day.")


class NothingToStandInFor(YoujuError):
    code, status = "nothing-to-stand-in-for", 422
    sentence = _("The colleague does not hold this role in this unit. Choose the role to stand in for.")
