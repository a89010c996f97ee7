"""What freezing, signing, issuing and correcting are refused for."""

from django.utils.translation import gettext_lazy as _

from youju.errors import Conflict, YoujuError


class NotInState(Conflict):
    code = "document-not-in-state"
    sentence = _("“%(title)s” is %(state)s. “%(act)s” is done only while a document is: %(states)s.")


class DrafterSigns(YoujuError):
    code, status = "drafter-signs", 403
    sentence = _(
        "You began “%(title)s”, wrote in it or froze it. Whoever drafts does not sign: another signing leader must, "
        "in a one-person office too."
    )


class EditionMoved(Conflict):
    code = "edition-moved"
    sentence = _("What you looked at is no longer the edition to be signed. Open it again and read what stands now.")


class NothingWrong(Conflict):
    code = "nothing-to-correct"
    sentence = _("No figure of “%(title)s” prints otherwise now, so there is nothing to correct.")


class ErratumUnderWay(Conflict):
    """details["ref"]: of the document that is under way."""

    code = "erratum-under-way"
    sentence = _("An erratum of “%(title)s” is under way already: %(ref)s. Finish it, or give it up first.")
