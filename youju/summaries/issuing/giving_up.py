"""A draft that nobody goes on with is given up, and taken up again; editions frozen before stay on record."""

from django.db import transaction

from youju.orgs import audit
from youju.orgs.members import Member
from youju.orgs.reasons import given_reason
from youju.summaries.drafts.documents import Document, DocumentState
from youju.summaries.issuing.acts import hold
from youju.summaries.issuing.moving import move

DROP, RESUME = "summary.drop", "summary.resume"


@transaction.atomic
def summary_drop(*, document: Document, reason: str, actor: Member) -> None:
    """Put a draft away. Raises NotAllowed, NotInState, ReasonMissing."""
    document = hold(document, "drop", actor)
    move(document, DocumentState.DROPPED)
    audit.write(actor=actor, action=DROP, target=document.ref, reason=given_reason(reason))


@transaction.atomic
def summary_resume(*, document: Document, actor: Member) -> None:
    """Make it a draft again. Raises NotAllowed, NotInState."""
    document = hold(document, "resume", actor)
    move(document, DocumentState.DRAFT)
    audit.write(actor=actor, action=RESUME, target=document.ref)
