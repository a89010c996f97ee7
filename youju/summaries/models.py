"""Where Django looks for the package's tables; each is defined in the file of its noun."""

from youju.summaries.drafts.documents import Document, Section, SectionVersion

__all__ = ["Document", "Section", "SectionVersion"]
