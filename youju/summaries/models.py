"""Where Django looks for the package's tables; each is defined in the file of its noun."""

from youju.summaries.drafts.comments import Comment
from youju.summaries.drafts.documents import Document, Section, SectionVersion
from youju.summaries.issuing.disclosed import Disclosure
from youju.summaries.issuing.editions import Edition, EditionFigure, EditionStep, Erratum
from youju.summaries.objecting.objections import Objection

__all__ = [
    "Comment",
    "Disclosure",
    "Document",
    "Edition",
    "EditionFigure",
    "EditionStep",
    "Erratum",
    "Objection",
    "Section",
    "SectionVersion",
]
