"""``youju summary list`` and ``diff``: the documents, and what became of the text of one."""

import click
from django.utils.translation import gettext

from youju.cli.database import require_database
from youju.cli.help import command
from youju.cli.output import put, say
from youju.errors import NotFound
from youju.summaries.drafts.compare import Piece, compared, is_same
from youju.summaries.drafts.documents import Document
from youju.summaries.drafts.history import begun_with, steps, text_at


@command()
def list_command() -> None:
    require_database()
    documents = list(Document.objects.select_related("unit"))
    for document in documents:
        told = (document.ref, document.get_state_display(), document.period, str(document.unit), document.title)
        put("\t".join((*told, str(len(steps(document))))))
    if not documents:
        say(gettext("No document has been begun yet."))


@command()
@click.argument("ref")
@click.argument("first", type=int, required=False)
@click.argument("last", type=int, required=False)
def diff_command(ref: str, first: int | None, last: int | None) -> None:
    require_database()
    document = Document.objects.filter(ref=ref).first()
    if document is None:
        raise NotFound()
    old = begun_with(document) if first is None else first
    new = len(steps(document)) if last is None else last
    pieces = compared(text_at(document, old), text_at(document, new))
    if is_same(pieces):
        say(gettext("The two say the same."))
    else:
        put("".join(map(_marked, pieces)))


def _marked(piece: Piece) -> str:
    match piece.sort:
        case "gone":
            return f"[-{piece.text}-]"
        case "new":
            return f"[+{piece.text}+]"
        case _:
            return piece.text
