"""The command ``youju``: start Django, speak the right language, run one command, answer for its errors.

This is the one place that prints errors. Exit status: 0 all is well, 1 a finding, 2 wrong use or bad input.
"""

import gc
import os
import sys
from collections.abc import Sequence

import click
import django
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError

from youju.cli import failures
from youju.cli.language import speak, take_language
from youju.cli.output import say
from youju.errors import YoujuError
from youju.lib import disk, modes

BAD_INPUT = 2
INTERRUPTED, PIPE_CLOSED = 130, 141  # as shells report the two signals
# Imports and queries make many objects that stay; Python would look for cycles among them every 700 new ones.
COLLECT_AFTER = 50_000


def main(args: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    try:
        status = _run(list(sys.argv[1:] if args is None else args))
        sys.stdout.flush()  # here, where a closed pipe is still answered
    except BaseException as error:  # the last resort: nobody sees a traceback
        return _answer(error)
    return status


def _run(args: list[str]) -> int:
    _start()
    language, rest = take_language(args)
    speak(language)
    from youju.cli.commands import youju  # commands know models, which exist only after setup()

    with youju.make_context("youju", rest) as context:
        return youju.invoke(context) or 0


def _start() -> None:
    os.umask(modes.UMASK)  # whatever a command makes is closed to other accounts
    gc.set_threshold(COLLECT_AFTER)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "youju.config.settings")
    django.setup()
    speak(settings.LANGUAGE_CODE)
    modes.close(settings.HOME)


def _answer(error: BaseException) -> int:
    """Say what went wrong in one sentence, and return the exit status."""
    match error:
        case click.exceptions.Exit():
            return error.exit_code
        case click.ClickException():
            error.show()
        case YoujuError() | ImproperlyConfigured():
            say(str(error))
        case KeyboardInterrupt() | click.Abort():
            say("")
            return INTERRUPTED
        case BrokenPipeError():
            # Python flushes once more at its end: let that go nowhere instead of complaining.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return PIPE_CLOSED
        case OSError() | OperationalError() if disk.is_full(error):
            say(failures.disk_sentence())
        case OperationalError():
            say(failures.database_sentence(error))
        case UnicodeEncodeError():  # bytes of the command line that are no text
            say(failures.argument_sentence())
        case SystemExit():
            return error.code if isinstance(error.code, int) else BAD_INPUT
        case _:
            say(failures.sentence(error))
    return BAD_INPUT


if __name__ == "__main__":
    sys.exit(main())
