"""The demo's issued summary on its public site, where each figure opens."""

from youju.demo.bureau import Bureau
from youju.summaries.drafts.documents import Document, DocumentState
from youju.summaries.issuing.disclosing import edition_disclose


def disclose_summary(bureau: Bureau) -> None:
    """Put what the bureau has issued on the site, as an officer does; it passes the gate as any other text."""
    for document in Document.objects.filter(unit=bureau.county, state=DocumentState.ISSUED):
        edition_disclose(document=document, actor=bureau.members["officer"])
