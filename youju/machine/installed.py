"""What is put round Youju on a machine: systemd units and a proxy, filled in with this installation's paths."""

import os
import pwd
import shlex
import sys
from pathlib import Path
from string import Template
from urllib.parse import urlsplit

from django.conf import settings

from youju.backups import places
from youju.machine.tables import is_ready
from youju.orgs.settings import setting

_FOLDER = Path(__file__).with_name("examples")
UNITS, PROXIES = ("serve", "tick", "backup"), ("nginx", "caddy")
NAMES = (*UNITS, *PROXIES)

_MEGABYTE = 1024 * 1024
# A secret; it belongs into a file that only root reads.
_KEPT_OUT = {"DATABASE_URL", "YOUJU_HOME", "YOUJU_TICK_MINUTES"}


def example(name: str, *, port: int) -> str:
    """The text of one of NAMES. port: on which the site listens behind the proxy."""
    text = Template((_FOLDER / f"{name}.txt").read_text("utf-8"))
    public = urlsplit(settings.PUBLIC_URL or "https://youju.example")
    return text.substitute(
        user=_owner(Path(settings.HOME)),
        environment="\n".join(_environment()),
        youju=_program(),
        backups=_backups(),
        writable=" ".join(map(str, _writable())),
        host=public.netloc,
        server_name=public.hostname,
        tls_port=public.port or 443,
        port=port,
        request_megabytes=settings.REQUEST_BYTES // _MEGABYTE + 1,
    )


def _backups() -> Path:
    """Where backups are put; before the first start, where they will be."""
    return places.place() if is_ready() else Path(settings.HOME) / "backups"


def _writable() -> list[Path]:
    """The folders into which the site writes."""
    named = [setting(name) for name in ("backup_place", "checkpoint_place")] if is_ready() else []
    return [Path(settings.HOME), *(folder for folder in named if folder)]


def _environment() -> list[str]:
    """What is set now, so that the site runs as it does in this terminal."""
    named = {name: value for name, value in sorted(os.environ.items()) if name.startswith("YOUJU_")}
    kept = {"YOUJU_HOME": str(settings.HOME)} | {n: v for n, v in named.items() if n not in _KEPT_OUT}
    return [f'Environment="{name}={_escaped(value)}"' for name, value in kept.items()]


def _escaped(value: str) -> str:
    """As systemd reads it back."""
    return value.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")


def _program() -> str:
    """How this very installation is started, whatever folder one stands in."""
    beside = Path(sys.executable).with_name("youju")
    return shlex.quote(str(beside)) if beside.exists() else f"{shlex.quote(sys.executable)} -m youju.cli.main"


def _owner(home: Path) -> str:
    there = next(folder for folder in (home, *home.parents) if folder.exists())
    try:
        return pwd.getpwuid(there.stat().st_uid).pw_name
    except KeyError:  # an account that is gone
        return str(there.stat().st_uid)
