"""What can go wrong with a record, each with its sentence."""

from django.utils.translation import gettext_lazy as _

from youju.errors import Conflict, NotAllowed, YoujuError


class WrongState(YoujuError):
    code, status = "wrong-state", 409
    sentence = _("“%(title)s” is %(state)s, so this cannot be done now. Reload the page to see where it stands.")


class NewerVersion(Conflict):
    code = "newer-version"
    sentence = _(
        "“%(title)s” was changed after you opened it. Your text has not been saved: "
        "open the record again and enter what is still missing."
    )


class ChangedSinceSeen(Conflict):
    """A decision on a text that is not the one its reader decided on."""

    code = "changed-since-seen"
    sentence = _("“%(title)s” was changed after you opened it. Look at it once more, then decide.")


class NotSeen(ChangedSinceSeen):
    """A decision that does not say which text it was made on."""

    code = "not-seen"
    sentence = _("This does not say which version of “%(title)s” you decided on. Open the record, look, then decide.")


class OwnRecord(NotAllowed):
    code = "own-record"
    sentence = _("You wrote or changed “%(title)s” yourself. Somebody else must decide on it.")


class LateReasonMissing(YoujuError):
    code, status = "late-reason-missing", 422
    sentence = _(
        "“%(title)s” happened more than %(days)s days ago. It can still be recorded: "
        "edit it and say why it comes late, then submit it again."
    )


class EvidenceMissing(YoujuError):
    code, status = "evidence-missing", 422
    sentence = _("“%(title)s” cannot be handed in without: %(what)s. Add it and say what it is, then hand it in.")


class RecordBegun(Conflict):
    code = "record-begun"
    sentence = _("The record that “%(title)s” leads to is written already. Open it there; nothing was written twice.")


class NotYetHappened(YoujuError):
    code, status = "not-yet-happened", 422
    sentence = _("“%(title)s” is dated %(day)s, which has not come yet. Correct the date, or submit it afterwards.")


class FactsWouldChange(YoujuError):
    code, status = "facts-would-change", 422
    sentence = _(
        "This change alters a figure of “%(title)s”. Ask for a correction instead: it is verified like a new record."
    )


class NotTheSame(YoujuError):
    code, status = "not-the-same", 422
    sentence = _(
        "“%(title)s” can only be closed for another record of the same kind that was handed in and stands. "
        "Choose that record, or give a reason instead."
    )


class NothingChanged(YoujuError):
    code, status = "nothing-changed", 422
    sentence = _("Nothing was changed.")


class CorrectionWaiting(Conflict):
    code = "correction-waiting"
    sentence = _("A correction of “%(title)s” is already waiting to be verified.")


class ValuesRefused(YoujuError):
    """Values that the kind's form does not accept; details carry the form's first message."""

    code, status = "values-refused", 422
    sentence = _("The values were not accepted: %(problem)s")


class UndeclaredFact(YoujuError):
    """A programming error in a kind: what it would count is not what it declares."""

    code, status = "undeclared-fact", 500
    sentence = _("“%(title)s” would count “%(word)s”, which its kind does not declare. Nothing was saved.")


class MinorNamed(YoujuError):
    """A programming error in a kind: what it would post names somebody under age."""

    code, status = "minor-named", 500
    sentence = _("This would name somebody under age in the ledger. Nothing was saved.")


class BadDefinition(YoujuError):
    code, status = "bad-definition", 422
    sentence = _("The definition was not kept:\n%(problems)s")


class OwnProposal(NotAllowed):
    code = "own-proposal"
    sentence = _("You proposed “%(code)s” yourself. Somebody else must approve it.")


class NothingToApprove(Conflict):
    code = "nothing-to-approve"
    sentence = _("This version of “%(code)s” does not wait for approval: it is in force, or a newer one was proposed.")


class NothingToConfirm(Conflict):
    code = "nothing-to-confirm"
    sentence = _(
        "One of these entries does not wait for a leader's word: it was confirmed, corrected or voided in the meantime."
        " Nothing was confirmed; load the page again."
    )


class NoSuchMove(Conflict):
    """What cannot be done with a case as it stands."""

    code = "no-such-move"
    sentence = _("“%(title)s” is %(state)s, so this cannot be done now. Reload the page to see what can.")


class MilestoneStands(Conflict):
    code = "milestone-stands"
    sentence = _("“%(title)s”: “%(milestone)s” is noted already. Reload the page to see what was noted.")


class NoSuchMilestone(YoujuError):
    code, status = "no-such-milestone", 409
    sentence = _("“%(title)s” does not stand there, so this cannot be noted or taken back. Reload the page.")
