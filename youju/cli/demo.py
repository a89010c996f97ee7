"""``youju demo``: the invented bureau, built once, and the site that shows it."""

import click
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from youju.cli.address import HOST, PORT
from youju.cli.database import migrate
from youju.cli.help import command, option
from youju.cli.language import LANGUAGES
from youju.cli.output import say, tell, tell_progress
from youju.cli.serve import serve_site
from youju.demo.accounts import ACCOUNTS, password
from youju.demo.build import Built, built, ensure


@command()
@option("--seed", type=click.IntRange(min=1), help=_("Another seed gives other numbers; 1 unless given."))
@option("--year", type=int, help=_("The later of the two years; the last complete year unless given."))
@option("--port", default=PORT, show_default=True, type=click.IntRange(1, 65535), help=_("Port to listen on."))
@option("--no-serve", is_flag=True, help=_("Only build it."))
def demo(seed: int | None, year: int | None, port: int, no_serve: bool) -> None:
    migrate()
    if built() is None:
        say(gettext("Building the demo bureau; this takes a minute or two."))
    there, _new = ensure(seed=seed, year=year, password=password(), progress=_tell_months)
    for language in LANGUAGES.values():
        with translation.override(language):
            say(_invitation(there, port))
    if not no_serve:
        serve_site(host=HOST, port=port)


def _tell_months(done: int, of: int) -> None:
    """Count the months; what comes after the last takes a while too."""
    tell_progress(done, of, gettext("Months recorded: "))
    if done == of:
        tell(gettext("Now the plan, the summary and the site."))


def _invitation(there: Built, port: int) -> str:
    """Where to log in and as whom."""
    accounts = "\n".join(f"  {account.name:<10} {account.role.label} – {account.does}" for account in ACCOUNTS)
    return gettext(
        "\nThe demo bureau of the years %(before)s and %(year)s is ready (everything in it is invented).\n"
        "Log in at http://%(host)s:%(port)s with the password %(password)s as one of\n%(accounts)s"
    ) % {
        "before": there.year - 1,
        "year": there.year,
        "host": HOST,
        "port": port,
        "password": password(),
        "accounts": accounts,
    }
