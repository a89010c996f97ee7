"""Moving up: the rows of this installation's SQLite database into an empty PostgreSQL one. The files stay."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connection, connections, transaction
from django.utils.translation import gettext_lazy as _

from youju.backups.errors import OtherRoot
from youju.backups.restore import require_empty_database
from youju.backups.rows import empty, insert, lines, renumber, tables
from youju.errors import YoujuError
from youju.ledger import tree
from youju.orgs import audit
from youju.orgs.actors import Actor

_ALIAS = "target"
Progress = Callable[[int, int], None]


class NotSqlite(YoujuError):
    code, status = "not-sqlite", 422
    sentence = _("This installation is on PostgreSQL already (DATABASE_URL). Only an SQLite one is moved.")


def move(*, target: dict[str, Any], actor: Actor, progress: Progress | None = None) -> int:
    """Copy every row into the database ``target`` (Django's settings of it) and return the size of the ledger.

    Nobody else can write meanwhile; the rows arrive in one transaction that ends only where the root is the same. The
    old database then gets another name, so that nothing goes on in it. Raises NotSqlite, NotEmpty, OtherRoot.
    """
    if connection.vendor != "sqlite":
        raise NotSqlite()
    with _connected(target) as using:
        require_empty_database(using)
        call_command("migrate", database=using, verbosity=0, interactive=False)
        with transaction.atomic():  # the lock of all writers
            audit.write(actor=actor, action="backup.move", target="backup", to=str(target["NAME"]))
            size = _copy(using, progress or (lambda done, of: None))
    _put_away(Path(connection.settings_dict["NAME"]))
    return size


def _copy(using: str, progress: Progress) -> int:
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
    return size


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
    file.rename(file.with_name(f"{file.name}-moved"))
