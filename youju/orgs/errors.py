"""What can go wrong with persons and groups, each with its sentence. None names a person: sentences are logged."""

from django.utils.translation import gettext_lazy as _

from youju.errors import Conflict, YoujuError


class ReasonMissing(YoujuError):
    code, status = "reason-missing", 422
    sentence = _("Give a reason: the other side must know what to do.")


class TooLong(YoujuError):
    """What was typed or pasted is longer than its field takes. most, has: characters that it takes, and has."""

    code, status = "text-too-long", 422
    sentence = _(
        "At most %(most)s characters fit here, and what you wrote has %(has)s. Nothing was cut off and nothing was "
        "saved: shorten it, then send it again."
    )

    @property
    def most(self) -> int:
        return int(self.details["most"])


class NameMissing(YoujuError):
    code, status = "name-missing", 422
    sentence = _("Give a name.")


class TenureOver(Conflict):
    code = "tenure-over"
    sentence = _("This post has been given up already. Reload the page and look at the posts that are held now.")


class TooEarly(YoujuError):
    code, status = "too-early", 422
    sentence = _("This would end on %(day)s, before it began. Choose a later day.")


class AlreadyMerged(Conflict):
    code = "already-merged"
    sentence = _("One of the two is the same person as somebody else already. Choose the one who lives on.")


class MergedWithItself(YoujuError):
    code, status = "merged-with-itself", 422
    sentence = _("Choose two different entries for the same person.")


class TwoAccounts(YoujuError):
    code, status = "two-accounts", 422
    sentence = _("Both have an account of their own. Take the account from one of them first.")


class ConsentWithoutPaper(YoujuError):
    code, status = "consent-without-paper", 422
    sentence = _("Say where the consent can be read: upload the paper, or give the number under which it is kept.")


class GuardianMissing(YoujuError):
    code, status = "guardian-missing", 422
    sentence = _("For somebody under age the guardian consents.")


class UnfitCode(YoujuError):
    code, status = "unfit-code", 422
    sentence = _("“%(group)s” cannot be a code: small letters, digits, dots and hyphens only.")


class GroupCodeTaken(Conflict):
    code = "group-code-taken"
    sentence = _("There is a group of the code “%(group)s” already. Choose another code.")


class GroupClosed(Conflict):
    code = "group-closed"
    sentence = _("“%(group)s” does not exist on that day. Choose a day between its opening and its closing.")


class AlreadyMember(Conflict):
    code = "already-member"
    sentence = _("This person is a member of “%(group)s” already.")


class NoMember(YoujuError):
    code, status = "no-member", 409
    sentence = _("This person is not a member of “%(group)s” now. Reload the page and look at the list.")


class KeeperMissing(YoujuError):
    code, status = "keeper-missing", 422
    sentence = _("Somebody has to keep the list of “%(group)s”. Name at least one member.")
