"""Moving up: the rows of this installation's SQLite database into an empty PostgreSQL one. The files stay."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, OperationalError, connection, connections, transaction
from django.utils.translation import gettext_lazy as _

from youju.backups.errors import OtherRoot
from youju.backups.restore import require_empty_database
from youju.backups.rows import empty, insert, lines, renumber, tables
from youju.errors import Conflict, YoujuError
from youju.ledger import tree
from youju.orgs import audit
from youju.orgs.actors import Actor
from youju.orgs.audit import AuditRow

_ALIAS = "target"
_PATIENCE = 2000  # milliseconds
_ACTION = "backup.move"
Progress = Callable[[int, int], None]


class NotSqlite(YoujuError):
    code, status = "not-sqlite", 422
    sentence = _("This installation is on PostgreSQL already (DATABASE_URL). Only an SQLite one is moved.")


class StillOpen(Conflict):
    code = "database-still-open"
    sentence = _(
        "The database is open elsewhere: the site or another command is running. Nothing was moved. Stop it, then move "
        "again."
    )


class WentOn(Conflict):
    code = "move-went-on"
    sentence = _(
        "%(place)s holds what an earlier move put there, and since then work went on here. Nothing was moved. Make "
        "that database anew and empty, then move again; or go on there by setting DATABASE_URL."
    )


class Moved(Conflict):
    code, status = "database-moved", 503
    sentence = _(
        "The database of this installation was moved to PostgreSQL; what is left here is %(file)s. Set DATABASE_URL to "
        "the address it was moved to, then start again."
    )


def require_not_moved() -> None:
    """Raise Moved where the SQLite database was put away: nobody begins an empty one in its place unawares."""
    file = Path(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite" and not file.is_file() and _left_behind(file).is_file():
        raise Moved(file=_left_behind(file).name)


def move(*, target: dict[str, Any], actor: Actor, progress: Progress | None = None) -> int:
    """Copy every row into the database ``target`` (Django's settings of it) and return the size of the ledger.

    Nobody else can write meanwhile; the rows arrive in one transaction that ends only where the root is the same. The
    old database then gets another name, so that nothing goes on in it. A move that was interrupted can be made again:
    where all rows had arrived, the rest is done. Raises NotSqlite, StillOpen, NotEmpty, WentOn, OtherRoot.
    """
    if connection.vendor != "sqlite":
        raise NotSqlite()
    _require_alone()
    with _connected(target) as using:
        if not _has_arrived(using):
            require_empty_database(using)
            call_command("migrate", database=using, verbosity=0, interactive=False)
            with transaction.atomic():  # the lock of all writers
                audit.write(actor=actor, action=_ACTION, target="backup", to=str(target["NAME"]))
                _copy(using, progress or (lambda done, of: None))
        size = tree.size(using)
    _put_away(Path(connection.settings_dict["NAME"]))
    return size


def _require_alone() -> None:
    """Take the file out of write-ahead mode, which is refused while anybody else has it open. Raises StillOpen.

    Whoever had it open would go on in the file that is put away, and what they save would be lost.
    """
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA busy_timeout = {_PATIENCE}")
        try:
            cursor.execute("PRAGMA journal_mode = DELETE")
        except OperationalError as error:
            raise StillOpen() from error


def _has_arrived(using: str) -> bool:
    """Whether a database holds this ledger as an earlier move put it there, and nothing since. Raises WentOn."""
    if AuditRow._meta.db_table not in connections[using].introspection.table_names():
        return False
    there, here = (AuditRow.objects.using(name).order_by("pk").last() for name in (using, DEFAULT_DB_ALIAS))
    if there is None or there.action != _ACTION or here is None:
        return False
    size = tree.size(using)
    if size > tree.size() or tree.root_of_leaves(using) != tree.root(size):
        return False
    if here.pk > there.pk or (here.pk == there.pk and here.at != there.at):
        raise WentOn(place=connections[using].settings_dict["NAME"])
    return True


def _copy(using: str, progress: Progress) -> None:
    size, every = tree.size(), tables()
    with transaction.atomic(using=using):
        for model in every:
            empty(model, using)
        for done, model in enumerate(every, 1):
            insert(model, lines(model, DEFAULT_DB_ALIAS), using)
            progress(done, len(every))
        renumber(using)
        if (tree.size(using), tree.root_of_leaves(using)) != (size, tree.root(size)):
            raise OtherRoot()


@contextmanager
def _connected(target: dict[str, Any]) -> Iterator[str]:
    """A connection beside the present one, under a name of its own."""
    connections.settings[_ALIAS] = connections.configure_settings({DEFAULT_DB_ALIAS: target, _ALIAS: target})[_ALIAS]
    try:
        yield _ALIAS
    finally:
        connections[_ALIAS].close()
        del connections[_ALIAS]
        del connections.settings[_ALIAS]


def _put_away(file: Path) -> None:
    connection.close()  # which also brings the write-ahead log into the file
    file.rename(_left_behind(file))


def _left_behind(file: Path) -> Path:
    return file.with_name(f"{file.name}-moved")
