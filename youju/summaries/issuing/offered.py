"""What a page offers of the acts that a document's state allows: those that can be done."""

from youju.orgs.members import Member
from youju.summaries.drafts.documents import Document
from youju.summaries.issuing.acts import Act, acts_open
from youju.summaries.issuing.errata import running_erratum, uncorrected
from youju.summaries.issuing.verbs import standing_edition

_ERRATUM = "correct"


def acts_offered(member: Member, document: Document) -> list[Act]:
    """The acts open to a member; an erratum only where a figure is wrong of which none says so yet."""
    return [act for act in acts_open(member, document) if act.code != _ERRATUM or _wants_erratum(document)]


def _wants_erratum(document: Document) -> bool:
    edition = standing_edition(document)
    return bool(uncorrected(edition)) and running_erratum(edition) is None
