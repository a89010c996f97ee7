"""``youju summary freeze``, ``sign``, ``issue`` and ``show``: a document on its way out, as the desk does it."""

from pathlib import Path

import click
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_noop as _

from youju.cli.database import require_database
from youju.cli.figure_address import figure_addresses
from youju.cli.help import command, option
from youju.cli.made_file import made_file
from youju.cli.output import put, put_json, say
from youju.cli.site import base_option
from youju.cli.writing import require_writing
from youju.errors import YoujuError
from youju.orgs.invitations import find_member
from youju.orgs.members import Member
from youju.orgs.proving import proof_asked
from youju.summaries.binding.markup import to_markdown
from youju.summaries.drafts.access import get_document_for
from youju.summaries.drafts.documents import Document
from youju.summaries.issuing.changes import changes_of
from youju.summaries.issuing.editions import Edition
from youju.summaries.issuing.frozen import summary_of
from youju.summaries.issuing.heads import heads_of
from youju.summaries.issuing.verbs import standing_edition, summary_freeze, summary_issue, summary_sign
from youju.summaries.paper.files import format_of, write

# Fewer letters of a digest could be met by chance.
_ENOUGH = 12
_by = option("--by", "username", required=True, help=_("Log-in name of the member in whose name it is done."))
_ref = click.argument("ref")


class CodeNeeded(YoujuError):
    code = "code-needed"
    sentence = gettext_lazy(
        "Signing needs the signer's own code from the phone: --code. Without a phone, sign at the desk."
    )


class NothingFrozen(YoujuError):
    code = "nothing-frozen"
    sentence = gettext_lazy(
        "“%(title)s” was not frozen yet, so there is no edition of it: youju summary freeze %(ref)s"
    )


@command()
@_ref
@_by
def freeze(ref: str, username: str) -> None:
    require_writing()
    actor, document = _asked(ref, username)
    edition = summary_freeze(document=document, actor=actor)
    put(edition.digest)
    say(gettext("“%(title)s” is frozen as edition %(number)s.") % {"title": edition.title, "number": edition.number})


@command()
@_ref
@_by
@option("--digest", required=True, help=_("Digest of the edition that was read; its first twelve letters are enough."))
@option("--code", default="", help=_("Code from the signer's phone, or one of the recovery codes."))
def sign(ref: str, username: str, digest: str, code: str) -> None:
    require_writing()
    actor, document = _asked(ref, username)
    if not code or proof_asked(actor) != "code":  # a password does not belong on a command line
        raise CodeNeeded()
    summary_sign(document=document, digest=_whole(document, digest), proof=code, actor=actor)
    say(gettext("“%(title)s” is signed by %(who)s.") % {"title": document.title, "who": actor})


@command()
@_ref
@_by
def issue(ref: str, username: str) -> None:
    require_writing()
    actor, document = _asked(ref, username)
    issued = summary_issue(document=document, actor=actor)
    if issued.symbol:
        put(issued.symbol)
    say(gettext("“%(title)s” is issued.") % {"title": document.title})


@command()
@_ref
@_by
@option("--json", "as_json", is_flag=True, help=_("Print a JSON object instead."))
@option("--out", type=click.Path(dir_okay=False), help=_("Write it into a file .docx, .pdf, .html or .md instead."))
@base_option
def show(ref: str, username: str, as_json: bool, out: str | None, base: str) -> None:
    require_database()
    _actor, document = _asked(ref, username)
    if not document.editions.exists():
        raise NothingFrozen(title=document.title, ref=document.ref)
    edition = standing_edition(document)
    if as_json:
        put_json(_told(document, edition))
        return
    if out:
        _write_out(edition, out, base)
    else:
        put(to_markdown(summary_of(edition)).rstrip("\n"))
    say(gettext("%(state)s, edition %(number)s, digest %(digest)s") % {
        "state": document.get_state_display(), "number": edition.number, "digest": edition.digest,
    })  # fmt: skip
    for change in changes_of(edition):
        if change.differs:
            name, now = change.figure.definition["name"][0], change.now or gettext("not reported")
            say(f"{name}: {change.figure.printed} → {now}")


def _write_out(edition: Edition, out: str, site: str) -> None:
    """A new file, as the desk gives it. Raises UnknownFormat, NotWritten, and NoChineseFont for a PDF."""
    address = f"{site}{reverse('edition-numbered', args=[edition.document.ref, edition.number])}"
    content = write(summary_of(edition), heads_of(edition, address), format_of(out), link=figure_addresses(site))
    with made_file(Path(out)) as file:
        file.write(content)


def _asked(ref: str, username: str) -> tuple[Member, Document]:
    """The member and the document. Raises what ``find_member`` and ``get_document_for`` do."""
    actor = find_member(username)
    return actor, get_document_for(actor, ref)


def _whole(document: Document, digest: str) -> str:
    """The digest that the letters begin, where they begin the standing edition's."""
    whole = standing_edition(document).digest if document.editions.exists() else ""
    return whole if len(digest) >= _ENOUGH and whole.startswith(digest.lower()) else digest


def _told(document: Document, edition: Edition) -> dict[str, object]:
    figures = [
        {
            "code": row.code, "unit": row.unit, "period": row.period, "printed": row.printed, "value": row.value,
            "numerator": row.numerator, "denominator": row.denominator, "definition": row.definition_digest,
            "entries": {"count": row.entries, "digest": row.entries_digest},
        }
        for row in edition.figures.all()
    ]  # fmt: skip
    changes = [
        {"code": change.figure.code, "was": change.figure.printed, "now": change.now, "wrong": change.wrong}
        for change in changes_of(edition)
        if change.differs
    ]
    return {
        "ref": document.ref, "title": edition.title, "state": document.state, "symbol": document.symbol,
        "edition": edition.number, "digest": edition.digest, "size": edition.size, "root": edition.root,
        "figures": figures, "changes": changes,
    }  # fmt: skip
