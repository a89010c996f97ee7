"""``youju summary mask``: a text in the form in which it may travel."""

from pathlib import Path

import click
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from youju.claims.documents.source_text import source_text
from youju.cli.database import require_database
from youju.cli.files import read_bytes
from youju.cli.help import command, option
from youju.cli.made_file import made_file
from youju.cli.output import put, put_json, say
from youju.errors import NotFound
from youju.summaries.binding.markup import marked_markdown
from youju.summaries.drafts.documents import PREFIX, Document
from youju.summaries.issuing.frozen import summary_that_stands
from youju.summaries.masking.lexicon import lexicon
from youju.summaries.masking.mask import mask
from youju.summaries.masking.written import to_markdown, to_summary
from youju.summaries.paper.files import format_of, write
from youju.summaries.paper.heads import Heads


@command()
@click.argument("file")
@option(
    "--out",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help=_("Where to write it: a new file .md, .html, .docx or .pdf."),
)
@option("--also", multiple=True, help=_("A word to leave out as well; repeatable."))
@option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))
def mask_command(file: str, out: Path, also: tuple[str, ...], as_json: bool) -> None:
    require_database()
    wanted = format_of(out.name)
    masked = mask(_text(file), lexicon(), also=also)
    content = to_markdown(masked).encode() if wanted == "md" else write(to_summary(masked), Heads(), wanted)
    with made_file(out) as made:
        made.write(content)
    if as_json:
        put_json({"out": str(out), "masked": len(masked.spans), "remains": [one.as_json() for one in masked.remains]})
    for remain in [] if as_json else masked.remains:
        put(f"{remain.said}\t{remain.why}\t{remain.sentence}")
    say(gettext("%(name)s: %(count)s names and numbers replaced, %(remains)s places for you to look at.") % {
        "name": out, "count": len(masked.spans), "remains": len(masked.remains),
    })  # fmt: skip


def _text(file: str) -> str:
    """Of a document by its reference, or of a file. Raises NotFound and what reading raises."""
    if not file.startswith(f"{PREFIX}-") or Path(file).exists():
        return source_text(read_bytes(file), "" if file == "-" else Path(file).name)
    document = Document.objects.filter(ref=file).select_related("unit").first()
    if document is None:
        raise NotFound()
    return marked_markdown(summary_that_stands(document))
