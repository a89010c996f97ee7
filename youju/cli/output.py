"""Results go to standard output, everything said about them to standard error."""

import json
import sys

import click


def put(text: str) -> None:
    """Print a line of the result."""
    click.echo(text)


def put_json(value: object) -> None:
    """Print a line of machine output: nothing else may be on standard output with it."""
    click.echo(json.dumps(value, ensure_ascii=False))


def say(text: str) -> None:
    """Tell the person at the keyboard something that is no part of the result."""
    click.echo(text, err=True)


def printable(text: str) -> str:
    """The text with bytes that are no characters spelled out, so that no terminal refuses it."""
    return text.encode("utf-8", "backslashreplace").decode()


def tell(text: str) -> None:
    """Say something that only matters to somebody who watches; a log file is spared."""
    if sys.stderr.isatty():
        say(text)


def tell_progress(done: int, of: int, what: str = "") -> None:
    """Count up on one line for somebody who watches; a log file is spared. what: is counted, where it is not plain."""
    if sys.stderr.isatty():
        click.echo(f"\r{what}{done}/{of}", err=True, nl=done == of)
