"""``youju invite``: invitations for everybody who holds a role and has not joined, as links, cards and words."""

from pathlib import Path
from urllib.parse import urlsplit

import click
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from youju.bureau.cards.cards import cards_pdf, day_text, group_text
from youju.cli.help import command, option
from youju.cli.output import put, say
from youju.cli.site import site_option
from youju.cli.writing import require_writing
from youju.lib.hosts import is_loopback
from youju.orgs.actors import CONSOLE
from youju.orgs.invitations import members_invite
from youju.orgs.joining import is_held, members_to_invite
from youju.orgs.members import Role
from youju.orgs.tree import find_unit

_FINDING = 1


@command()
@option("--role", required=True, type=click.Choice(Role.values), help=_("The role that is held."))
@option("--unit", help=_("Only those of the unit of this code."))
@option("--again", is_flag=True, help=_("Also those whose invitation still holds; it ends with the new one."))
@option("--cards", type=click.Path(dir_okay=False, path_type=Path), help=_("Write cards to print, eight on a page."))
@option("--group-text", "with_text", is_flag=True, help=_("Print words for the chat group instead of the links."))
@site_option
def invite(role: str, unit: str | None, again: bool, cards: Path | None, with_text: bool, site: str) -> int:
    require_writing()
    place = find_unit(unit) if unit else None
    members = list(members_to_invite(actor=CONSOLE, role=role, unit=place, again=again))
    if not members:
        if is_held(role=role, unit=place):
            say(gettext("Nobody is to be invited: all of them have joined, or hold an invitation (--again)."))
        else:
            say(gettext("Nobody holds this role there yet: give it to somebody first, or import the workbook."))
        return _FINDING
    invitations = members_invite(members=members, actor=CONSOLE)
    if is_loopback(urlsplit(site).hostname or ""):
        say(gettext("No phone can open these cards yet: they carry an address that only this machine knows. "
                    "Let whoever looks after the server give the site its public address (YOUJU_PUBLIC_URL), "
                    "then invite again."))  # fmt: skip
    if cards:
        cards.write_bytes(cards_pdf(invitations, site=site))
        say(gettext("%(file)s: %(count)s cards.") % {"file": cards, "count": len(invitations)})
    if with_text:
        put(group_text(members, site=site, until=day_text(invitations[0])))
    elif not cards:
        for made in invitations:
            place_name = made.member.unit.name if made.member.unit else ""
            link = site + reverse("ticket", args=[made.code])
            put("\t".join([place_name, made.member.name, made.member.username, link]))
    return 0
