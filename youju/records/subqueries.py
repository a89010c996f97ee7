"""Subqueries that many queries hold."""

from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL


def written_out(rows: QuerySet[Any, Any]) -> RawSQL:
    """A query of one column as it is sent to the database, for ``…__in``: it is asked anew each time.

    A query that holds another as a query has it resolved, copied and compiled whenever it is narrowed or run itself.
    """
    try:
        sql, params = rows.query.get_compiler(DEFAULT_DB_ALIAS).as_sql()
    except EmptyResultSet:
        return RawSQL("SELECT 0 WHERE 1 = 0", ())
    return RawSQL(sql, params)
