"""``youju setting``: what the bureau decided, and deciding it from the command line of the server."""

import click
from django.utils.translation import gettext

from youju.cli.database import require_database
from youju.cli.help import command
from youju.cli.output import put, say
from youju.cli.writing import require_writing
from youju.orgs.actors import CONSOLE
from youju.orgs.setting_table import SETTINGS, Setting
from youju.orgs.setting_verbs import setting_change
from youju.orgs.settings import find_setting
from youju.orgs.settings import setting as value_of


@command()
@click.argument("name", required=False)
@click.argument("value", required=False)
def setting(name: str | None, value: str | None) -> None:
    require_database()
    if name is None:
        for declared in SETTINGS:
            put(f"{declared.name}={_text(declared)}")
    elif value is None:
        _show(find_setting(name))
    else:
        require_writing()
        declared = find_setting(name)
        text = declared.kind.write(declared.default) if value == "default" else value
        setting_change(name=name, text=text, actor=CONSOLE)
        put(f"{declared.name}={_text(declared)}")


def _show(declared: Setting) -> None:
    put(_text(declared))
    say(f"{declared.label}: {declared.help}")
    default = declared.kind.write(declared.default)
    say(gettext("Unless changed: %(default)s") % {"default": default or gettext("nothing")})


def _text(declared: Setting) -> str:
    return declared.kind.write(value_of(declared.name))
