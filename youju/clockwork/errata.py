"""What time does for issued texts: where one has become wrong, its erratum is drafted and whoever issued it is told."""

from collections.abc import Iterator
from datetime import date
from hashlib import sha256

from django.utils.translation import gettext as _

from youju.orgs.actors import SYSTEM
from youju.summaries.drafts.documents import Document
from youju.summaries.issuing.changes import Change
from youju.summaries.issuing.doubtful import doubtful
from youju.summaries.issuing.errata import erratum_fall, running_erratum, uncorrected

_DIGITS = 16


def texts_to_correct(_day: date) -> Iterator[str]:
    """Each issued document with wrong figures and no erratum under way; the same figures are drafted once."""
    for edition in doubtful():
        wrong = uncorrected(edition)
        if wrong and running_erratum(edition) is None:
            yield f"{edition.document.ref}#{_which(wrong)}"


def draft_erratum(key: str) -> str:
    """Draft the erratum of one document."""
    begun = erratum_fall(document=Document.objects.get(ref=key.partition("#")[0]), actor=SYSTEM)
    return _("%(ref)s is drafted.") % {"ref": begun.ref} if begun else ""


def _which(wrong: list[Change]) -> str:
    """A fingerprint of what is wrong and of what holds now."""
    told = "\n".join(f"{change.figure.place} {change.now}" for change in wrong)
    return sha256(told.encode()).hexdigest()[:_DIGITS]
