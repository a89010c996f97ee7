"""``youju init``: the bureau of an empty database, and the link with which its administrator begins."""

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from youju.bureau.founding import Administrator, bureau_found
from youju.cli.database import migrate
from youju.cli.help import command, option
from youju.cli.output import put, say
from youju.cli.site import site_option
from youju.orgs.settings import setting


@command()
@option("--county", required=True, help=_("Code of the county (GB/T 2260), six digits."))
@option("--name", required=True, help=_("Name of the bureau."))
@option("--short-name", default="", help=_("Short name of the bureau."))
@option("--admin", required=True, help=_("Name of the administrator."))
@option("--username", default="", help=_("Log-in name of the administrator; the pinyin of the name unless given."))
@site_option
def init(county: str, name: str, short_name: str, admin: str, username: str, site: str) -> None:
    migrate()
    founded = bureau_found(
        county=county, name=name, short_name=short_name, administrator=Administrator(admin, username)
    )
    put(site + reverse("ticket", args=[founded.code]))
    say(
        gettext("%(bureau)s is set up. The link holds once, for %(days)s days: with it %(username)s sets a password.")
        % {"bureau": founded.unit.name, "days": setting("invitation_days"), "username": founded.member.username}
    )
    say(gettext("Next: “youju serve”, open the link, then enter units and members."))
