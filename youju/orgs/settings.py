"""The values in force of what a bureau decides at its desk: the table is setting_table.py.

A setting has its default until somebody changes it. Reading asks the database each time, and within a request once:
what an administrator changes holds from the next request on, in every process. What must be known before
the database is an option of the environment (config/options.py).
"""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.errors import Conflict, NotFound, YoujuError
from youju.lib.once import once
from youju.orgs.setting_table import SETTINGS, Setting

LONGEST = 400


class UnknownSetting(NotFound):
    code = "unknown-setting"
    sentence = _("There is no setting “%(name)s”. “youju setting” lists them.")


class SettingUnfit(YoujuError):
    code, status = "setting-unfit", 422
    sentence = _("“%(text)s” does not do for “%(label)s”. Write %(wanted)s.")


class SetElsewhere(Conflict):
    code = "set-elsewhere"
    sentence = _("“%(label)s” is not set here: it is set where the bureau begins, on the page of what is ready.")


class UploadTooLarge(YoujuError):
    code, status = "upload-too-large", 422
    sentence = _(
        "The server takes at most %(limit)s MB at once (YOUJU_REQUEST_MEGABYTES), so no file can be larger than that."
    )


_BY_NAME = {declared.name: declared for declared in SETTINGS}


class SettingRow(models.Model):
    """A value that differs from the default, as its kind writes it."""

    code = models.CharField(_("setting"), max_length=40, primary_key=True)
    value = models.CharField(_("value"), max_length=LONGEST, blank=True)

    class Meta:
        verbose_name = _("setting")
        verbose_name_plural = _("settings")

    def __str__(self) -> str:
        return self.code


def find_setting(name: str) -> Setting:
    """The declared setting. Raises UnknownSetting."""
    if name not in _BY_NAME:
        raise UnknownSetting(name=name)
    return _BY_NAME[name]


def setting(name: str) -> Any:
    """The value in force, of the type that its kind reads; the default where what is kept no longer does.

    Raises KeyError for a name that the table does not hold: a misspelt setting is a programming error.
    """
    return settings_of(name)[0]


def settings_of(*names: str) -> list[Any]:
    """The values in force in the order of their names; each as ``setting`` gives it. One query, and one a request."""
    kept = once(kept_texts)
    return [_read(_BY_NAME[name], kept.get(name)) for name in names]


def _read(declared: Setting, kept: str | None) -> Any:
    if kept is None:
        return declared.default
    try:
        return declared.kind.read(kept)
    except ValueError:  # a folder that is no longer there, a unit of another database
        return declared.default


def kept_texts() -> dict[str, str]:
    """What was set, as text, by name: one query for a page that shows all."""
    return dict(SettingRow.objects.values_list("code", "value"))
