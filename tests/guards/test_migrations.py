"""Changes of tables follow one another: two that were written at the same time have to meet before they are one."""

from django.apps import apps
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from django.utils import translation


def test_no_package_has_two_newest_changes_of_its_tables() -> None:
    assert MigrationLoader(None).detect_conflicts() == {}


def test_the_changes_of_tables_lead_to_the_tables_that_the_code_declares() -> None:
    """Tests make their tables of the code: a change that says otherwise would be met at an installation alone."""
    loader = MigrationLoader(None)
    with translation.override("en"):
        found = MigrationAutodetector(loader.project_state(), ProjectState.from_apps(apps)).changes(graph=loader.graph)
    assert {app: [change.operations for change in changes] for app, changes in found.items()} == {}
