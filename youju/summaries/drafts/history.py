"""What became of a document's text, step by step: each version of each section is one step."""

from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import OuterRef, Q, Subquery

from youju.orgs.members import Member
from youju.summaries.drafts.documents import Document, SectionVersion
from youju.summaries.drafts.errors import NoSuchStep

How = SectionVersion.How


class Step(NamedTuple):
    """number: counted from 1, oldest first."""

    number: int
    version: SectionVersion


def steps(document: Document) -> list[Step]:
    """Every version of every section in the order in which they were written."""
    versions = SectionVersion.objects.filter(section__document=document).select_related("section", "author")
    return [Step(number, version) for number, version in enumerate(versions.order_by("at", "pk"), 1)]


def text_at(document: Document, number: int) -> str:
    """The whole text after a step, in the present order of its sections. 0 is nothing yet. Raises NoSuchStep."""
    found = steps(document)
    if not 0 <= number <= len(found):
        raise NoSuchStep(number=number, last=len(found))
    latest = {step.version.section_id: step.version for step in found[:number]}
    texts = (latest[section.pk].text for section in document.all_sections.all() if section.pk in latest)
    return "\n\n".join(text.strip() for text in texts if text.strip()) + "\n"


def begun_with(document: Document) -> int:
    """How many steps the document was begun with: those that came from a template or last year's text."""
    return sum(step.version.how in (How.TEMPLATE, How.ADOPTED) for step in steps(document))


def writers_of(document: Document) -> list[Member]:
    """Whoever began the document or wrote a section of it, each once."""
    wrote = SectionVersion.objects.filter(section__document=document).values("author")
    return list(Member.objects.filter(Q(pk=document.author_id) | Q(pk__in=wrote)))


def last_written(documents: Iterable[Document]) -> dict[int, SectionVersion]:
    """The newest version of any section, by the document's id, without its text. One query."""
    of_one = SectionVersion.objects.filter(section__document=OuterRef("pk")).order_by("-at", "-pk")
    ids = [document.pk for document in documents]
    newest = Document.objects.filter(pk__in=ids).values(last=Subquery(of_one.values("pk")[:1]))
    rows = SectionVersion.objects.filter(pk__in=newest).select_related("section", "author")
    return {version.section.document_id: version for version in rows.defer("text", "section__text")}
