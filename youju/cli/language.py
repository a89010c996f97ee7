"""The language of one command: Chinese unless the settings or ``--lang`` say otherwise.

click speaks through Python's own gettext, Youju through Django's: both read the catalogue of this package.
"""

import gettext
import os
from pathlib import Path

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from youju.errors import YoujuError

LANGUAGES = {"zh": "zh-hans", "en": "en"}


class UnknownLanguage(YoujuError):
    code = "unknown-language"
    sentence = _("“%(given)s” is not a language Youju speaks. Say --lang zh or --lang en.")


def take_language(args: list[str]) -> tuple[str, list[str]]:
    """What ``--lang`` names, wherever it stands before ``--``, and the arguments without it.

    Without ``--lang`` the settings' language. Raises UnknownLanguage.
    """
    rest: list[str] = []
    given: str | None = None
    waiting = iter(args)
    for arg in waiting:
        if arg == "--":
            rest += [arg, *waiting]
        elif arg == "--lang":
            given = next(waiting, "")
        elif arg.startswith("--lang="):
            given = arg.removeprefix("--lang=")
        else:
            rest.append(arg)
    if given is None:
        return settings.LANGUAGE_CODE, rest
    if given not in LANGUAGES:
        raise UnknownLanguage(given=given)
    return LANGUAGES[given], rest


def speak(language: str) -> None:
    """Say everything in this language from now on."""
    translation.activate(language)
    gettext.bindtextdomain("django", str(Path(__file__).parent / "locale"))
    gettext.textdomain("django")
    os.environ["LANGUAGE"] = translation.to_locale(language)
