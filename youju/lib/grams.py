"""Words for searching: pairs of neighbouring characters of Chinese, whole words of everything else."""

import re
from unicodedata import normalize

from youju.lib.traditional import simplified

# Runs of Chinese, and runs of other letters and digits; what stands between divides.
_CHINESE = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_RUNS = re.compile(rf"[{_CHINESE}]+|[^\W_{_CHINESE}]+")


def grams(text: str) -> list[str]:
    """The words of a text, in its order: 课后服务 gives 课后 后服 服务 务, so that each begins one.

    Width, case and traditional characters make no difference.
    """
    return [gram for run in _runs(text) for gram in (_pairs(run, last=True) if _is_chinese(run) else [run])]


def asked_grams(text: str) -> list[str]:
    """What a text must hold to answer a question: as ``grams``, but of the last character only what goes before it."""
    return [gram for run in _runs(text) for gram in (_pairs(run, last=len(run) == 1) if _is_chinese(run) else [run])]


def _runs(text: str) -> list[str]:
    return _RUNS.findall(simplified(normalize("NFKC", text)).casefold())


def _is_chinese(run: str) -> bool:
    return run[0] >= "\u3400"


def _pairs(run: str, *, last: bool) -> list[str]:
    pairs = [run[place : place + 2] for place in range(len(run) - 1)]
    return [*pairs, run[-1]] if last else pairs
