"""``youju summary adopt``: last year's text as the template of this year's document."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import click
from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from youju.claims.documents.source_text import source_text
from youju.cli.database import require_database
from youju.cli.files import read_bytes
from youju.cli.help import command, option
from youju.cli.made_file import made_file
from youju.cli.output import put, put_json, say
from youju.cli.writing import require_writing
from youju.lib.periods import Period
from youju.orgs.invitations import find_member
from youju.orgs.tree import home_unit, named_unit
from youju.phrases import enumerated
from youju.summaries.adopting.adopt import adopt
from youju.summaries.adopting.adoption import Adoption, Pointed, Unbound
from youju.summaries.adopting.errors import SameYear
from youju.summaries.adopting.following import Followed, changed_most, follow, unprintable, without_evidence
from youju.summaries.adopting.rhetoric import contradicted
from youju.summaries.adopting.title import title_of
from youju.summaries.drafts.documents import SectionVersion
from youju.summaries.drafts.genres import Genre, genres, get_genre
from youju.summaries.drafts.verbs import document_begin

_FIRST_YEAR, _LAST_YEAR = 1901, 2199


class _Told(NamedTuple):
    """An adoption with what became of it in the new year."""

    adoption: Adoption
    period: Period
    followed: list[Followed]
    words: list[Pointed]


@command()
@click.argument("file")
@option("--year", required=True, type=click.IntRange(_FIRST_YEAR, _LAST_YEAR), help=_("The year of the new document."))
@option(
    "--from",
    "of",
    type=click.IntRange(_FIRST_YEAR - 1, _LAST_YEAR),
    help=_("The text's year; the one before unless given."),
)
@option(
    "--genre",
    type=click.Choice(list(genres())),
    default="annual",
    help=_("Which genre; half is about January to June of both years. The annual summary unless given."),
)
@option("--unit", help=_("A unit's code, or @county, @city, @province, @nation; the bureau unless given."))
@option("--out", type=click.Path(dir_okay=False, path_type=Path), help=_("Write the template to this new file."))
@option("--title", default="", help=_("Title of the document; the text's own unless given."))
@option("--by", "username", default="", help=_("Log-in name of the member in whose name the document is begun."))
@option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))
def adopt_command(
    file: str, year: int, of: int | None, genre: str, unit: str | None, out: Path | None, title: str, username: str,
    as_json: bool,
) -> None:  # fmt: skip
    (require_writing if username else require_database)()
    home = home_unit()
    whose = named_unit(unit, home) if unit else home
    kind = get_genre(genre)
    before, now = kind.in_year(year - 1 if of is None else of), kind.in_year(year)
    if before.last >= now.first:
        raise SameYear(of=before.code, new=now.code)
    text = source_text(read_bytes(file), "" if file == "-" else Path(file).name)
    adoption = adopt(text, unit=whose, of=before)
    followed = follow(adoption, now)
    told = _Told(adoption, now, followed, list(contradicted(adoption.text, followed)))
    if out is not None:
        with made_file(out) as made:
            made.write(adoption.text.encode())
    ref = _begun(told, kind, title, username) if username else ""
    (_put_json if as_json else _put)(told, ref)


def _begun(told: _Told, genre: Genre, title: str, username: str) -> str:
    """The reference of the document, begun in the name of a member."""
    unit, period = told.adoption.unit, told.period
    with transaction.atomic():
        document = document_begin(
            unit=unit, genre=genre, period=period, text=told.adoption.text,
            title=title or title_of(told.adoption, period) or genre.title(unit, period), actor=find_member(username),
            how=SectionVersion.How.ADOPTED,
        )  # fmt: skip
    return document.ref


def _put_json(told: _Told, ref: str) -> None:
    put_json({
        "document": ref, "from": told.adoption.of.code, "year": told.period.code,
        "bound": [one.as_json() for one in told.adoption.bound],
        "unbound": [one.as_json() for one in told.adoption.unbound],
        "followed": [one.as_json() for one in told.followed],
        "contradicted": [one.as_json() for one in told.words],
        "dates": [one.as_json() for one in told.adoption.dates],
        "text": told.adoption.text,
    })  # fmt: skip


def _put(told: _Told, ref: str) -> None:
    adoption = told.adoption
    _section(gettext("Bound"), (f"{one.line}\t{one.said}\t{one.token}" for one in adoption.bound))
    _section(gettext("Not bound"), map(_unbound, adoption.unbound))
    _section(gettext("Changed most"), map(_moved, changed_most(told.followed)))
    _section(gettext("Without evidence now"), map(_gone, without_evidence(told.followed)))
    _section(gettext("Cannot be printed so any more"), map(_gone, unprintable(told.followed)))
    _section(gettext("Words to look at"), (f"{one.line}\t{one.words}\t{one.why}" for one in told.words))
    _section(gettext("Days of last year"), (f"{one.line}\t{one.words}" for one in adoption.dates))
    say(gettext("%(bound)s of %(all)s figures bound, %(unbound)s not.") % {
        "bound": len(adoption.bound), "all": len(adoption.bound) + len(adoption.unbound),
        "unbound": len(adoption.unbound),
    })  # fmt: skip
    say(gettext("Document begun: %(ref)s") % {"ref": ref} if ref else gettext(
        "No document was begun; --by MEMBER begins one in that member's name."))  # fmt: skip


def _section(title: str, lines: Iterable[str]) -> None:
    """A title and its lines; nothing where there are none."""
    if some := list(lines):
        put(f"{title} {len(some)}")
        for line in some:
            put(f"  {line}")


def _unbound(one: Unbound) -> str:
    near = enumerated(choice.name for choice in one.choices)
    told = gettext("Near: %(names)s") % {"names": near} if near else ""
    return "\t".join(filter(None, (str(one.line), one.said, one.why, told)))


def _moved(one: Followed) -> str:
    return f"{one.bound.line}\t{one.now.indicator.name}\t{one.bound.printed} → {one.printed or '—'}"


def _gone(one: Followed) -> str:
    return f"{one.bound.line}\t{one.bound.said}\t{one.reason}"
