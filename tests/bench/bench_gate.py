"""What the publication gate finds of 2,000 seeded leaks, and how many of 2,000 clean texts it holds.

The rules were never tuned at the frames that are sealed; ADR 28 says how far at the others.
"""

from collections import Counter
from time import perf_counter

from tests.gate.frames import Frames, read_frames
from tests.gate.seeded import texts
from youju.gate.rules.line import Line
from youju.gate.rules.look import look

_RULE_OF = {"bank": "card", "address": "home"}
_NUMBER = 2000
_FILES = ("seen", "held", "fresh", "marks", "pupils", "named", "askers", "sealed")


def main() -> None:
    began = perf_counter()
    for name in _FILES:
        _measure(name, read_frames(name))
    print(f"{2 * len(_FILES) * _NUMBER / (perf_counter() - began):,.0f} texts a second")


def _measure(name: str, frames: Frames) -> None:
    every, found, held = Counter[str](), Counter[str](), 0
    for leak in texts(frames.leaks, _NUMBER, seed=1):
        rules = {each.rule for each in look(_lines(leak.text), leak.known)}
        every[leak.kind] += 1
        found[leak.kind] += _RULE_OF.get(leak.kind, leak.kind) in rules
    for clean in texts({"": frames.clean}, _NUMBER, seed=2):
        held += bool(look(_lines(clean.text), clean.known))
    print(f"frames {name}: " + "  ".join(f"{kind} {100 * found[kind] / every[kind]:.1f} %" for kind in every))
    print(f"  clean texts held: {100 * held / _NUMBER:.2f} %")


def _lines(text: str) -> list[Line]:
    return [Line("text", "text", "", line) for line in text.split("\n")]


if __name__ == "__main__":
    main()
