"""Changes of tables follow one another: two that were written at the same time have to meet before they are one."""

from django.db.migrations.loader import MigrationLoader


def test_no_package_has_two_newest_changes_of_its_tables() -> None:
    assert MigrationLoader(None).detect_conflicts() == {}
