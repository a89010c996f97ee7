"""``youju ticket``: links that open one thing, once."""

import click
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from youju.cli.database import require_database
from youju.cli.help import group
from youju.cli.output import put, say
from youju.cli.site import site_option
from youju.orgs.actors import CONSOLE
from youju.orgs.invitations import find_member, member_invite
from youju.orgs.second_factor import factor_reset
from youju.orgs.settings import setting


@group()
def ticket() -> None:
    """Holds those below; each asks for the database itself, so that --help needs none."""


@ticket.command(help=_("Print a link with which USERNAME sets a password. It is shown this once."))
@click.argument("username")
@click.option(
    "--new-phone",
    is_flag=True,
    help=_("Take the second factor away too: phone and recovery codes are lost. It is set up anew at the next log-in."),
)
@site_option
def invite(username: str, new_phone: bool, site: str) -> None:
    require_database()
    member = find_member(username)
    with transaction.atomic():
        code = member_invite(member=member, actor=CONSOLE)
        if new_phone:
            factor_reset(member=member, actor=CONSOLE)
    put(site + reverse("ticket", args=[code]))
    say(
        gettext("It holds once, for %(days)s days. Links given to %(username)s before no longer hold.")
        % {"days": setting("invitation_days"), "username": username}
    )
