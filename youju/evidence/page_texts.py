"""The text of a pdf's pages, of a file too that was made to keep a reader busy."""

from collections.abc import Iterable, Iterator

from pypdf import PageObject

# What pypdf has to work through, some seconds of it. An annual summary of thirty pages is a twentieth of either.
_MOST_BYTES, _MOST_STEPS = 8 * 1024 * 1024, 400_000


class PagesTooHeavy(Exception):
    """Reading on would hold up everybody else; whoever reads says so in its own words."""


def page_texts(pages: Iterable[PageObject]) -> Iterator[str]:
    """The text of each page. Raises PagesTooHeavy, and what pypdf does."""
    content = steps = 0

    def step(*_: object) -> None:
        nonlocal steps
        steps += 1
        if steps > _MOST_STEPS:
            raise PagesTooHeavy()

    for page in pages:
        contents = page.get_contents()
        content += len(contents.get_data()) if contents is not None else 0
        if content > _MOST_BYTES:
            raise PagesTooHeavy()
        yield page.extract_text(visitor_operand_before=step)
