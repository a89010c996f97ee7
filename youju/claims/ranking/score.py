"""The score of a candidate: the sum of its features, each with its weight. weights.toml holds sign, weight and reason.

tests/bench/fit_score.py fits the weights on one half of the generated texts and prints the other half beside it.
"""

import tomllib
from pathlib import Path
from typing import Any

from youju.claims.ranking.features import Features

FILE = Path(__file__).with_name("weights.toml")


def rows() -> dict[str, dict[str, Any]]:
    """The rows of the file, by feature."""
    return tomllib.loads(FILE.read_text("utf-8"))


def weights() -> Features:
    """The signed weights. Raises TypeError where a row has no feature."""
    return Features(**{name: row["sign"] * row["weight"] for name, row in rows().items()})


_WEIGHTS = weights()


def score(features: Features) -> float:
    """How well the words fit, from 0 to about 1."""
    return max(0.0, sum(weight * feature for weight, feature in zip(_WEIGHTS, features, strict=True)))
