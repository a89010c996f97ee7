"""What must be known before the database is open, in one table: name, default, help.

Each option is read from the environment as ``YOUJU_<NAME>`` (``DATABASE_URL`` keeps its customary name). What a
bureau decides at its desk is kept in the database (orgs/setting_table.py). ``docs/settings.md`` derives from both.
"""

import os
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.core.exceptions import ImproperlyConfigured

_LARGEST = 1_000_000


class Option(NamedTuple):
    name: str
    default: str
    help: str

    @property
    def variable(self) -> str:
        """The environment variable that sets this option."""
        return self.name if self.name == "DATABASE_URL" else f"YOUJU_{self.name}"


OPTIONS = (
    Option(
        "HOME",
        "",
        "Folder for the database, the evidence files and the secret key; empty: `var` in the checkout that runs, and "
        "for an installed package `/var/lib/youju` for root, else `~/.local/share/youju` (or below XDG_DATA_HOME).",
    ),
    Option(
        "DATABASE_URL", "", "PostgreSQL address (postgresql://user:password@host:port/name); empty: SQLite in HOME."
    ),
    Option("HOSTS", "127.0.0.1,localhost,[::1]", "Host names this site answers to, separated by commas."),
    Option(
        "PUBLIC_URL",
        "",
        "Address under which people reach the site through a proxy, like https://youju.example. With https, cookies go "
        "over HTTPS only and browsers are told to use nothing else. Its name need not stand in HOSTS too.",
    ),
    Option(
        "TRUSTED_PROXY",
        "",
        "Address from which that proxy connects, like 127.0.0.1: its X-Forwarded-For and -Proto are believed, "
        "nobody else's.",
    ),
    Option("DEBUG", "0", "1: developers' error pages. Never on a machine that others reach."),
    Option("TIME_ZONE", "Asia/Shanghai", "Clock of the office: days and months are counted in it."),
    Option("LANGUAGE", "zh-hans", "Language where neither the browser nor --lang says otherwise (zh-hans or en)."),
    Option(
        "REQUEST_MEGABYTES", "200", "Most that the server takes at once: some files of the largest size in one form."
    ),
    Option("UNPACKED_MEGABYTES", "200", "Largest size an Office file may unpack to before it is refused as a bomb."),
    Option("CHECK_MEGABYTES", "20", "Largest text or document the check page and command read."),
    Option("MAIL_HOST", "", "Mail server through which the daily digest of alerts goes; empty: no mail is sent."),
    Option("MAIL_PORT", "465", "Its port. 465 is spoken over TLS from the start, any other with STARTTLS."),
    Option("MAIL_USER", "", "Account at the mail server, also the sender's address unless MAIL_FROM names one."),
    Option("MAIL_PASSWORD", "", "Password of that account."),
    Option("MAIL_FROM", "", "Address from which the mails come."),
    Option("PAY_WECHAT_APPID", "", "WeChat Pay: the app ID. All of PAY_WECHAT_* but GATEWAY are needed, or it is off."),
    Option("PAY_WECHAT_MCHID", "", "The merchant's number."),
    Option("PAY_WECHAT_SERIAL", "", "Serial number of the merchant's certificate."),
    Option("PAY_WECHAT_KEY_ID", "", "ID of WeChat Pay's public key (PUB_KEY_ID_…)."),
    Option("PAY_WECHAT_PRIVATE_KEY", "", "Secret. File with the merchant's private key."),
    Option("PAY_WECHAT_V3_KEY", "", "Secret. File with the API v3 key."),
    Option("PAY_WECHAT_PUBLIC_KEY", "", "File with WeChat Pay's public key."),
    Option("PAY_WECHAT_GATEWAY", "", "Another address than WeChat's own, for a sandbox."),
    Option("PAY_ALIPAY_APPID", "", "Alipay: the app ID. All of PAY_ALIPAY_* but GATEWAY are needed, or it is off."),
    Option("PAY_ALIPAY_PRIVATE_KEY", "", "Secret. File with the app's private key."),
    Option("PAY_ALIPAY_PUBLIC_KEY", "", "File with Alipay's public key."),
    Option("PAY_ALIPAY_GATEWAY", "", "Another address than Alipay's own, for its sandbox."),
    Option("TICK_MINUTES", "5", "The server does what time does this often; 0: never, where a timer calls youju tick."),
)

_BY_NAME = {option.name: option for option in OPTIONS}


def option(name: str) -> str:
    """The text set for an option, or its default.

    Raises KeyError for a name that the table does not hold: a misspelt option is a programming error.
    """
    declared = _BY_NAME[name]
    return os.environ.get(declared.variable, declared.default)


def flag(name: str) -> bool:
    """True where the option is set to 1, true, yes or on."""
    return option(name).strip().lower() in {"1", "true", "yes", "on"}


def number(name: str) -> float:
    """The number set for an option. Raises ImproperlyConfigured, with a sentence, for what is none."""
    text = option(name)
    try:
        value = float(text)
    except ValueError:
        value = -1
    if not 0 <= value < _LARGEST:  # also false for NaN
        raise ImproperlyConfigured(f"{_BY_NAME[name].variable} is “{text}”, which is not a number that can be used.")
    return value


def choice(name: str, *allowed: str) -> str:
    """The text set for an option. Raises ImproperlyConfigured where it is not one of those allowed."""
    text = option(name)
    if text not in allowed:
        raise ImproperlyConfigured(f"{_BY_NAME[name].variable} is “{text}”; it can be {' or '.join(allowed)}.")
    return text


def zone(name: str) -> str:
    """The time zone set for an option. Raises ImproperlyConfigured where there is no such zone."""
    text = option(name)
    try:
        ZoneInfo(text)
    except (KeyError, ValueError, OSError):
        raise ImproperlyConfigured(f"{_BY_NAME[name].variable} is “{text}”, which is no time zone.") from None
    return text
