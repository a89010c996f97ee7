"""Whoever audits reads what was done in words: every action that the code notes has them."""

import ast
from collections.abc import Iterator
from pathlib import Path

from youju.desk.audit.action_words import ACTIONS, AREAS

_YOUJU = Path(__file__).parents[2] / "youju"


def test_every_action_that_is_noted_has_words():
    noted = {action for path in _YOUJU.rglob("*.py") for action in _noted(ast.parse(path.read_text("utf-8")))}
    assert len(noted) > 100
    assert sorted(action for action in noted if action not in ACTIONS) == []


def test_every_area_of_an_action_has_words():
    assert sorted({action.partition(".")[0] for action in ACTIONS} - set(AREAS)) == []


def _noted(tree: ast.AST) -> Iterator[str]:
    """The texts of the form ``area.what`` that stand as ``action=`` of a call."""
    for node in ast.walk(tree):
        for keyword in node.keywords if isinstance(node, ast.Call) else ():
            value = keyword.value.value if isinstance(keyword.value, ast.Constant) else None
            if keyword.arg == "action" and isinstance(value, str) and "." in value:
                yield value
