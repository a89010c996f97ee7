"""What keeps an inquiry from going on, each with its sentence."""

from django.utils.translation import gettext_lazy as _

from youju.errors import Conflict, YoujuError


class VaguePromise(YoujuError):
    code, status = "vague-promise", 422
    sentence = _(
        "“%(words)s” promises something without a day. Write the day into the answer, or give the day by which it will "
        "be done: a follow-up then comes back on it."
    )


class PlacesLeft(YoujuError):
    code, status = "places-left", 422
    sentence = _("“%(places)s” still stands in braces: write what belongs there, or take it out.")


class TooLateToDecline(Conflict):
    code = "too-late-to-decline"
    sentence = _(
        "“%(title)s” could be passed on as not ours until %(day)s. Accept it, and answer whose matter it is and whom "
        "to turn to."
    )


class ExtendedAlready(Conflict):
    code = "extended-already"
    sentence = _("The time for “%(title)s” was extended once. It is not extended again: answer by the day it is due.")


class NoExtension(YoujuError):
    code, status = "no-extension", 422
    sentence = _("The rule for “%(title)s” allows at most %(days)s days more. Give a number from 1 up to that.")


class ReopenedAlready(Conflict):
    code = "reopened-already"
    sentence = _(
        "“%(title)s” was reopened once at the asker's wish. A further doubt is a new inquiry, or a review where the "
        "rule has one."
    )


class UpheldAlready(Conflict):
    code = "upheld-already"
    sentence = _(
        "A review found that the answer to “%(title)s” stands. Whoever does not accept that asks the authority above "
        "the bureau for a further review; it is not taken up again here."
    )


class NoReview(Conflict):
    code = "no-review"
    sentence = _("A review of “%(title)s” cannot be asked for: its rule has none, or the time for it ended on %(day)s.")


class AccusedHandles(YoujuError):
    code, status = "accused-handles", 422
    sentence = _(
        "An accusation stays with the bureau or one of its offices, and never goes to “%(unit)s”. Choose an office."
    )


class HandlerBarred(YoujuError):
    code, status = "handler-barred", 422
    sentence = _(
        "This accusation is kept from %(name)s, who belongs to the unit it is about, or is not in the group that reads "
        "those about the bureau. Choose somebody else."
    )


class NothingAccused(YoujuError):
    code, status = "nothing-accused", 422
    sentence = _(
        "Say which unit the accusation is about: it is kept from just that one. If no unit is named, choose the bureau."
    )


class MergesAcross(YoujuError):
    code, status = "merges-across", 422
    sentence = _("An accusation is merged with accusations about the same unit only, any other inquiry with none.")


class AskerNamed(YoujuError):
    code, status = "asker-named", 422
    sentence = _(
        "The text that goes to the unit would tell who asked: it holds “%(found)s”. Take that out of the text for the "
        "unit."
    )


class SubjectNamesAsker(YoujuError):
    code, status = "subject-names-asker", 422
    sentence = _(
        "The subject would tell who asked: it holds “%(found)s”. Lists, messages and the unit show it: take that out "
        "of the subject."
    )


class AskerNamedInPublic(YoujuError):
    code, status = "asker-named-in-public", 422
    sentence = _(
        "What becomes public would tell who asked: it holds “%(found)s”. Take the signature back and write it without "
        "that under “as the public may read it”, or make nothing public."
    )


class NoAsker(YoujuError):
    code, status = "no-asker", 404
    sentence = _("Nothing is kept of who asked: nothing was given, or it was erased.")


class NothingWritten(YoujuError):
    code, status = "nothing-written", 422
    sentence = _("Write something first.")
