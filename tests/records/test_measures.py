"""What a measures.toml may say: names and aliases of categories once, whoever is told apart by them."""

from pathlib import Path

import pytest

from youju.records.counting.measures import BadMeasures, load_measures

SORTS = """
[categories.sort.branch]
zh = "支部学习"
en = "branch study"
aliases = ["党支部"]
"""
MEASURE = """
[[measure]]
code = "study.sessions"
zh = "学习活动"
en = "study sessions"
word = "次"
shapes = ["sum"]
form = "counted"
categories = "sort"
"""


def load(folder: Path, text: str) -> dict[str, object]:
    (folder / "measures.toml").write_text(text, "utf-8")
    return {measure.code: measure.categories for measure in load_measures(folder)}


def test_measures_share_the_categories_they_name(tmp_path: Path) -> None:
    found = load(tmp_path, SORTS + MEASURE + MEASURE.replace("sessions", "present"))
    assert found["study.sessions"] is found["study.present"]
    assert found["study.sessions"]["branch"].aliases == ("党支部",)  # type: ignore[index]  # it has categories


def test_a_measure_may_have_categories_of_its_own(tmp_path: Path) -> None:
    own = '[measure.categories.branch]\nzh = "支部"\nen = "branch"\ninternal = true\n'
    found = load(tmp_path, MEASURE.replace('categories = "sort"\n', own))
    assert found["study.sessions"]["branch"].internal  # type: ignore[index]  # it has categories


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (MEASURE, "study.sessions: no such categories: sort"),
        (SORTS + MEASURE.replace('categories = "sort"', ""), "no measure has the categories: sort"),
        (SORTS + MEASURE + "colour = 1\n", "colour"),
        (SORTS + MEASURE.replace('"sum"', '"middle"'), "study.sessions: no such shape: middle"),
        (SORTS + MEASURE.replace('"counted"', '"rank"'), "study.sessions: a rank is never summed"),
        (SORTS.replace("aliases", "alias") + MEASURE, "alias"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(BadMeasures, match=said):
        load(tmp_path, text)
