"""The tables of an empty database, made once as they are where the migrations end.

Migration by migration, Django makes the models of the whole project anew after each of some hundred steps, which takes
most of a minute on a small machine. Nothing depends on the way in a database in which nothing is: what a migration does
to rows is left out with the rows. A test holds that both ways lead to the same tables, and to the same rows in them.
"""

from collections.abc import Iterator

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import RunSQL
from django.db.migrations.operations.base import Operation
from django.db.migrations.recorder import MigrationRecorder


def tables_begin(connection: BaseDatabaseWrapper) -> bool:
    """Make all tables of an empty database, and note its migrations as made; whether that was done.

    Not where there is any table already, nor where a migration runs SQL, which may do more to tables than Django's
    account of them tells: then they are made one by one.
    """
    recorder = MigrationRecorder(connection)
    if set(connection.introspection.table_names()) - {recorder.Migration._meta.db_table} or _noted(recorder):
        return False
    loader = MigrationLoader(connection)
    if any(isinstance(each, RunSQL) for each in _operations(loader)):
        return False
    recorder.ensure_schema()
    models = loader.project_state(loader.graph.leaf_nodes()).apps.get_models()
    with connection.schema_editor() as editor:
        for model in models:
            if model._meta.can_migrate(connection):
                editor.create_model(model)
        for app, name in loader.graph.nodes:
            recorder.record_applied(app, name)
    return True


def _noted(recorder: MigrationRecorder) -> bool:
    return recorder.has_table() and recorder.migration_qs.exists()


def _operations(loader: MigrationLoader) -> Iterator[Operation]:
    for migration in loader.graph.nodes.values():
        for operation in migration.operations:
            yield operation
            yield from getattr(operation, "database_operations", ())
