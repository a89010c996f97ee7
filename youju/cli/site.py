"""Where the site is reached: what links that a command prints begin with."""

from collections.abc import Callable
from typing import Any, TypeVar

import click
from django.conf import settings
from django.utils.translation import gettext_noop as _

from youju.cli.help import option

_Function = TypeVar("_Function", bound=Callable[..., Any])
_HERE = "http://127.0.0.1:8000"


def site_option(function: _Function) -> _Function:
    """``--site``: the public address of the environment, else this machine's own; without a stroke at its end."""
    return option(
        "--site",
        default=lambda: settings.PUBLIC_URL or _HERE,
        callback=_without_stroke,
        help=_("Address under which the site is reached; YOUJU_PUBLIC_URL or this machine unless given."),
    )(function)


def _without_stroke(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    return value.rstrip("/")
