"""A document's state, which verbs alone change."""

from youju.summaries.drafts.documents import Document, DocumentState


def move(document: Document, state: DocumentState) -> None:
    """Bring a document that the caller holds into a state."""
    Document.objects.filter(pk=document.pk).update(state=state, version=document.version + 1)
