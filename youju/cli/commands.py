"""All commands, in the order of the work: where each stands, and what it does."""

from importlib.metadata import version

import click
from django.utils.translation import gettext_noop as _

from youju.cli.help import Listed, loaded_group, option
from youju.cli.language import LANGUAGES

_LISTED = {
    "demo": Listed(
        "demo:demo",
        _("Build the demo bureau (invented; 100 schools, two years) and serve it on this machine."),
    ),
    "init": Listed(
        "init:init",
        _("Set a bureau up in an empty database; prints the one-time link of its administrator."),
    ),
    "template": Listed("template:template", _("Workbooks (.xlsx) to fill in.")),
    "import": Listed(
        "importing:import_",
        _("Read a filled workbook (.xlsx): every fault by its cell, all of it or nothing."),
    ),
    "export": Listed("export:export", _("Write the records of KIND that a member may read into FILE (.xlsx or .csv).")),
    "verify": Listed(
        "verify:verify",
        _("Verify records in the version that was looked at, each named as REF:VERSION."),
    ),
    "serve": Listed("serve:serve", _("Serve the site; the database is created or brought up to date first.")),
    "extract": Listed(
        "extract:extract",
        _(
            "Find the figures in a document (txt, md, html, docx, pdf, xlsx or csv, or - for standard input) "
            "and print them as JSON lines."
        ),
    ),
    "check": Listed(
        "check:check",
        _("Check each figure of a text (a txt, md, html, docx, pdf, xlsx or csv file, or - for standard input)."),
    ),
    "figures": Listed(
        "figures:figures",
        _("Print every figure of a unit and a period, with how many ledger entries are behind it."),
    ),
    "summary": Listed("summary:summary", _("Summaries whose every figure can be opened.")),
    "ledger": Listed("ledger:ledger", _("Check the ledger, sign it, prove what it holds.")),
    "calendar": Listed("calendar:calendar", _("Days off, worked weekends, and what is due when.")),
    "ticket": Listed("ticket:ticket", _("Links that open one thing, once.")),
    "invite": Listed(
        "invite:invite",
        _("Invite whoever holds a role and has not joined: prints unit, name, log-in name and link, once."),
    ),
    "setting": Listed(
        "setting:setting",
        _("List the bureau's settings, show the one of a NAME, or set it to VALUE; “default” takes it back."),
    ),
    "plan": Listed("plan:plan", _("The year's plan: what is asked of whom, and what is owed.")),
    "tick": Listed(
        "tick:tick",
        _("Do what has fallen due: sign the ledger, clear away what ran out. Too often does no harm."),
    ),
    "backup": Listed(
        "backup:backup",
        _(
            "Write everything into one file, while the site runs: database, evidence and the ledger's key. "
            "Whoever has it can read all of it: keep it where nobody else gets in."
        ),
    ),
    "restore": Listed(
        "restore:restore",
        _("Put a backup back, into an empty place only. A damaged one is refused before anything is written."),
    ),
    "move": Listed(
        "move:move",
        _(
            "Move the database from SQLite into an empty PostgreSQL one; files stay. Stop the site before, "
            "and back it up."
        ),
    ),
    "service": Listed(
        "service:service",
        _("Print what runs Youju on a server: systemd units (all unless one is named), or a proxy's file."),
    ),
    "doctor": Listed("doctor:doctor", _("Say in plain words what is missing or unsafe on this machine.")),
    "live": Listed("live:live", _("Let the bureau work here from DAY on. “youju doctor --live” says what is missing.")),
}


@loaded_group(
    listed=_LISTED,
    help=_("A year's work, kept as evidence, told as a summary in which every figure can be opened."),
)
@option("--lang", type=click.Choice(list(LANGUAGES)), expose_value=False, help=_("Language of all that is said."))
@click.version_option(version("youju"), prog_name="youju")
def youju() -> None:
    """The command that all others hang on; ``--lang`` is taken out before click reads the rest."""
