"""Checkpoints kept outside the server: put there every day, and asked before anything is signed or served for writing.

A restored old backup, or a database that somebody rewrote, agrees with itself. Only a signature kept elsewhere tells
that the log has lost entries since, or has others. Then nothing is saved until an administrator has decided, on record.
"""

import os
import time
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from youju.backups.errors import PlaceGone
from youju.errors import Conflict, YoujuError
from youju.ledger import checkpoint, tree
from youju.lib import clock
from youju.orgs import audit
from youju.orgs.actors import Actor
from youju.orgs.audit import AuditRow
from youju.orgs.keeping import require_manager
from youju.orgs.reasons import in_full
from youju.orgs.settings import kept_texts, setting

_RECHECK_SECONDS = 60
_LONGEST = 10_000


class Standstill(Conflict):
    code = "ledger-standstill"
    sentence = _(
        "Nothing can be saved now: the ledger disagrees with its last checkpoint kept outside, %(file)s. %(why)s An "
        "administrator decides on the page “System”, or with “youju ledger accept”."
    )


class NoStandstill(Conflict):
    code = "no-standstill"
    sentence = _("The ledger agrees with its last checkpoint kept outside: there is nothing to decide.")


class ReasonMissing(YoujuError):
    code, status = "reason-missing", 422
    sentence = _("Write why the ledger is taken as it is: what happened, and who knows of it.")


def place() -> Path | None:
    """The folder that the settings name; None where they name none. Raises PlaceGone where it is not there."""
    named = kept_texts().get("checkpoint_place", "")
    found: Path | None = setting("checkpoint_place")
    if named and found is None:
        raise PlaceGone(name=named)
    return found


def newest() -> Path | None:
    """The last checkpoint put outside; None where none was, or its folder is not there now."""
    try:
        folder = place()
    except PlaceGone:  # the doctor says so; a share that is down must not stop a bureau
        return None
    return max(folder.glob("checkpoint-*.txt"), default=None) if folder else None


def put_outside() -> Path | None:
    """Put the checkpoint signed last outside, beside those before; None where no folder is named. Raises PlaceGone."""
    folder, kept = place(), Path(settings.HOME) / "ledger-checkpoint"
    if folder is None or not kept.exists():
        return None
    file = folder / f"checkpoint-{clock.now():%Y%m%dT%H%M%SZ}.txt"
    draft = folder / f".{file.name}.{os.getpid()}"
    with draft.open("wb") as out:
        out.write(kept.read_bytes())
        out.flush()
        os.fsync(out.fileno())
    return draft.rename(file)


def standstill() -> Standstill | None:
    """Why nothing may be saved now; None where the log goes on from its last checkpoint outside, or has none."""
    file = newest()
    if file is None:
        return None
    asked = (file, file.stat().st_mtime_ns, tree.size(), int(time.monotonic() / _RECHECK_SECONDS))
    if _sound.get("asked") == asked:
        return None
    found = _disagreement(file)
    if found is None:
        _sound["asked"] = asked
    return found


def require_agreement() -> None:
    """Raise Standstill where the log may not go on."""
    if found := standstill():
        raise found


@transaction.atomic
def standstill_end(*, reason: str, actor: Actor) -> None:
    """Take the ledger as it is, whatever the checkpoint outside says: on record, with the reason. Administrators only.

    Raises NotAllowed, NoStandstill, ReasonMissing, TooLong.
    """
    require_manager(actor)
    file = newest()
    if file is None or standstill() is None:
        raise NoStandstill()
    if not reason.strip():
        raise ReasonMissing()
    audit.write(
        actor=actor,
        action="ledger.accept",
        target="ledger",
        outside=_digest(file),
        checkpoint=_text(file),
        size=tree.size(),
        root=tree.root().hex(),
        reason=in_full(reason.strip(), 1000),
    )
    _set_aside_kept()


_sound: dict[str, Any] = {}
"""What was asked last and found sound: a page must not hash the log for each form."""


def _disagreement(file: Path) -> Standstill | None:
    try:
        checkpoint.verify_checkpoint(_text(file))
    except YoujuError as error:
        if AuditRow.objects.filter(action="ledger.accept", detail__outside=_digest(file)).exists():
            return None
        return Standstill(file=file.name, why=error)
    return None


def _set_aside_kept() -> None:
    """The checkpoint kept in the home may be of the other history too: then it must not forbid the next signature."""
    kept = Path(settings.HOME) / "ledger-checkpoint"
    try:
        checkpoint.check_kept()
    except YoujuError:
        kept.rename(kept.with_name(f"ledger-checkpoint-{clock.now():%Y%m%dT%H%M%SZ}"))


def _text(file: Path) -> str:
    with file.open("rb") as content:
        return content.read(_LONGEST).decode("utf-8", "replace")


def _digest(file: Path) -> str:
    return sha256(_text(file).encode()).hexdigest()
