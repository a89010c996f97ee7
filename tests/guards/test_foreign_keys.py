"""Foreign keys point down the layers, also those written as text, which import-linter cannot see."""

import tomllib
from pathlib import Path

from django.apps import apps

_PYPROJECT = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))


def _ranks() -> dict[str, int]:
    """Height of each package, read from the contract: 0 at the bottom."""
    contracts = _PYPROJECT["tool"]["importlinter"]["contracts"]
    layers = next(each["layers"] for each in contracts if each["type"] == "layers" and each.get("exhaustive"))
    return {name.strip(): rank for rank, line in enumerate(reversed(layers)) for name in line.split(":")}


def _package(model: type) -> str:
    return model.__module__.split(".")[1]


def test_they_point_down():
    ranks = _ranks()
    ours = [model for model in apps.get_models() if model.__module__.startswith("youju.")]
    upward = [
        f"{model.__name__}.{field.name}"
        for model in ours
        for field in model._meta.get_fields()
        if field.is_relation and field.concrete and field.related_model in ours
        if ranks[_package(model)] < ranks[_package(field.related_model)]
    ]
    assert ours and not upward
