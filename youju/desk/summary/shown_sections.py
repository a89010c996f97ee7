"""The sections of a document as its page shows them: prose with chips, and what is wrong in each."""

import re
from typing import NamedTuple

from django.utils.safestring import SafeString, mark_safe

from youju.desk.summary.chips import Chips
from youju.summaries.binding.build import build
from youju.summaries.binding.errors import Problem
from youju.summaries.binding.markup import rendered
from youju.summaries.binding.sentences import Foundation, foundation
from youju.summaries.binding.summary import Span, Summary
from youju.summaries.drafts.documents import Document, Section, SectionVersion

# A chip with the mark behind it, which no line may begin with; a browser breaks lines around any button.
_HANGING = re.compile(r'(<button type="button" class="chip(?:(?!</button>).)*</button>)([，。；：、！？）》”]+)')


class Shown(NamedTuple):
    """A section. problems: by its own lines; written: the version that stands."""

    section: Section
    html: SafeString
    summary: Summary | None
    foundation: Foundation
    written: SectionVersion | None = None

    @property
    def problems(self) -> tuple[Problem, ...]:
        return self.summary.problems if self.summary else ()

    @property
    def blanks(self) -> tuple[Span, ...]:
        return self.summary.blanks if self.summary else ()


class Counts(NamedTuple):
    """What the whole text holds, over all its sections."""

    bound: int
    by_hand: int
    blank: int
    wrong: int
    sentences: int
    founded: int
    cited: int
    bare: int

    @property
    def bare_share(self) -> int:
        """Of a hundred sentences, how many have neither a figure nor a record; rounded up, so that 0 is none."""
        return -(-100 * self.bare // self.sentences) if self.sentences else 0


def shown_sections(document: Document, chips: Chips) -> list[Shown]:
    """The sections that stand, in their order."""
    versions = SectionVersion.objects.filter(section__document=document).select_related("author")
    written = {(version.section_id, version.number): version for version in versions}
    return [
        shown(document, section, section.text, chips)._replace(written=written.get((section.pk, section.version)))
        for section in document.sections
    ]


def shown(document: Document, section: Section, text: str, chips: Chips) -> Shown:
    """A section as it would be with a text; an empty one has nothing to show."""
    if not text.strip():
        return Shown(section, SafeString(), None, foundation(""))
    summary = build(unit=document.unit, period=document.about, template=text, draft=True)
    # Safe: the prose is cleaned and each chip escapes what it holds.
    html = _HANGING.sub(r'<span class="nowrap">\1\2</span>', rendered(summary, chips.show))
    return Shown(section, mark_safe(html), summary, foundation(text))


def counted(sections: list[Shown]) -> Counts:
    """The counts over all sections."""
    summaries, found = [each.summary for each in sections if each.summary], [each.foundation for each in sections]
    blank = sum(1 for summary in summaries for span in summary.spans if span.figure and span.reason)
    return Counts(
        bound=sum(len(summary.figures) for summary in summaries) - blank,
        by_hand=sum(len(summary.by_hand) for summary in summaries),
        blank=blank,
        wrong=sum(len(summary.problems) for summary in summaries),
        sentences=sum(each.sentences for each in found),
        founded=sum(each.founded for each in found),
        cited=sum(each.cited for each in found),
        bare=sum(len(each.bare) for each in found),
    )
