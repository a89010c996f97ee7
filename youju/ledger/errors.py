"""What the ledger refuses."""

from django.utils.translation import gettext_lazy as _

from youju.errors import Conflict, NotFound, YoujuError


class AlreadyPosted(Conflict):
    """A milestone posts once; it can be amended, or voided and posted again."""

    code = "already-posted"
    sentence = _("%(ref)s is already in the ledger for “%(milestone)s”. Void it first, or amend it.")


class NothingToVoid(Conflict):
    code = "nothing-to-void"
    sentence = _("%(ref)s has nothing in the ledger for “%(milestone)s” that could be voided.")


class NothingToAmend(Conflict):
    code = "nothing-to-amend"
    sentence = _("%(ref)s has nothing in the ledger for “%(milestone)s” that could be amended.")


class NothingPosted(NotFound):
    code = "nothing-posted"
    sentence = _("%(ref)s has never been in the ledger for “%(milestone)s”.")


class OutsideTransaction(YoujuError):
    """A programming error: an entry must stand or fall with the change it speaks of."""

    code, status = "outside-transaction", 500
    sentence = _("The ledger is only written inside a transaction. Nothing was saved.")


class UnfitQuantity(YoujuError):
    code = "unfit-quantity"
    sentence = _("The quantity %(quantity)s is too large to be kept. Check the number of digits.")


class BeyondLedger(YoujuError):
    code = "beyond-ledger"
    sentence = _("The ledger has %(size)s entries; it never was at %(asked)s.")


class UnreadableCheckpoint(YoujuError):
    code = "unreadable-checkpoint"
    sentence = _("This is not a checkpoint of a ledger, or it is damaged.")


class UnreadableKey(YoujuError):
    code, status = "unreadable-key", 500
    sentence = _("The ledger's signing key %(file)s is damaged. Put back a copy of it: no checkpoint can be checked.")


class MissingKey(YoujuError):
    code, status = "missing-key", 500
    sentence = _(
        "The ledger's signing key %(file)s is gone, with which checkpoints were signed. Put back a copy of it."
    )


class ForeignCheckpoint(YoujuError):
    code = "foreign-checkpoint"
    sentence = _("This checkpoint was not signed with the key of this ledger, or was changed after signing.")


class LedgerShorter(Conflict):
    """Entries are gone, or an old copy of the database was put back: a second history must not be signed."""

    code = "ledger-shorter"
    sentence = _(
        "The ledger has %(size)s entries, but a checkpoint of it was signed at %(signed)s: entries are missing,"
        " or an older backup was restored. Restore the newest backup."
    )


class LedgerForked(Conflict):
    code = "ledger-forked"
    sentence = _(
        "The first %(signed)s entries are no longer those whose checkpoint was signed: the ledger was rewritten."
        " Restore a backup that agrees with the checkpoint."
    )
