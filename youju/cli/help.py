"""click's commands and options, with help texts that are translated when they are shown.

Help texts are written in English with ``gettext_noop`` and belong to the catalogue of this package.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, NamedTuple, TypeVar

import click
from django.utils.translation import gettext, gettext_noop

_Function = TypeVar("_Function", bound=Callable[..., Any])

# What click says of its own accord; listed so that the catalogue keeps them.
CLICK_SAYS = (
    gettext_noop("Usage:"),
    gettext_noop("Options"),
    gettext_noop("Commands"),
    gettext_noop("Positional arguments"),
    gettext_noop("Show this message and exit."),
    gettext_noop("Show the version and exit."),
    gettext_noop("default: {default}"),
    gettext_noop("Error: {message}"),
    gettext_noop("Try '{command} {option}' for help."),
    gettext_noop("Invalid value: {message}"),
    gettext_noop("Invalid value for {param_hint}: {message}"),
    gettext_noop("Missing argument"),
    gettext_noop("Missing option"),
    gettext_noop("Missing command."),
    gettext_noop("Choose from:\n\t{choices}"),
    gettext_noop("No such option {name!r}."),
    gettext_noop("No such command {name!r}."),
    gettext_noop("Option {name!r} does not take a value."),
    gettext_noop("{value!r} is not a valid {number_type}."),
    gettext_noop("{value} is not in the range {range}."),
    gettext_noop("{name} {filename!r} does not exist."),
    gettext_noop("{name} {filename!r} is a file."),
    gettext_noop("{name} {filename!r} is a directory."),
    gettext_noop("{name} {filename!r} is not readable."),
    gettext_noop("{name} {filename!r} is not writable."),
    gettext_noop("file"),
    gettext_noop("directory"),
    gettext_noop("path"),
)


class _Translated:
    """Gives ``help`` in the active language; click asks for it only to print it."""

    _source: str | None = None

    @property
    def help(self) -> str | None:
        return gettext(self._source) if self._source else self._source

    @help.setter
    def help(self, source: str | None) -> None:
        self._source = source


class _Told(_Translated):
    """Listed by its first sentence. click's own cut looks for blanks, of which Chinese has none."""

    def get_short_help_str(self, limit: int = 45) -> str:
        first, stop, _more = (self.help or "").partition("。")
        return first + stop if stop else super().get_short_help_str(limit)  # type: ignore[misc]  # of click.Command


class Command(_Told, click.Command):
    pass


class Option(_Translated, click.Option):
    pass


class Group(_Told, click.Group):
    command_class = Command

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order they were added, which is that of the work."""
        return list(self.commands)


class Listed(NamedTuple):
    """A command that is loaded when it is asked for. place: ``module:name`` in this package. help: what it does."""

    place: str
    help: str


class LoadedGroup(Group):
    """Its commands are loaded when they are asked for, not to be listed: what they import takes time.

    listed: each by what it is called, in the order of the work.
    """

    def __init__(self, *args: Any, listed: Mapping[str, Listed], **attributes: Any) -> None:
        super().__init__(*args, **attributes)
        self.listed = listed

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.listed)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.listed:
            return None
        place, help = self.listed[cmd_name]
        module, _colon, name = place.partition(":")
        command: click.Command = getattr(import_module(f"{__package__}.{module}"), name)
        command.help = help
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """As of any group, by what the list says."""
        told = [Command(name, help=listed.help) for name, listed in self.listed.items()]
        Group(commands=told).format_commands(ctx, formatter)


def command(*, help: str | None = None) -> Callable[[Callable[..., Any]], Command]:
    """help: none where a list tells it (``Listed``)."""
    return click.command(cls=Command, help=help)


def group(
    *, help: str | None = None, cls: type[Group] = Group, name: str | None = None
) -> Callable[[Callable[..., Any]], Group]:
    """help: as of ``command``."""
    return click.group(name, cls=cls, help=help)


def loaded_group(
    *, listed: Mapping[str, Listed], help: str | None = None
) -> Callable[[Callable[..., Any]], LoadedGroup]:
    """help: as of ``command``."""
    return click.group(cls=LoadedGroup, help=help, listed=listed)


def option(*names: str, **attributes: Any) -> Callable[[_Function], _Function]:
    return click.option(*names, cls=Option, **attributes)
