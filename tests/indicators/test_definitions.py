"""What the loader of definitions accepts and refuses, and the definitions that come with the product."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.indicators.log import declared
from youju.indicators import catalogue
from youju.indicators.catalogue import FOLDER, built_in, find_indicator, indicators, read_files, vocabulary
from youju.indicators.errors import BadDefinitions, UnknownIndicator
from youju.indicators.indicator import CARD_FIELDS, SHAPES
from youju.indicators.internal import is_internal
from youju.indicators.schema import indicator_of, problems

pytestmark = pytest.mark.django_db

LINE = {"zh": "口径", "en": "definition"}
SUM: dict[str, Any] = {
    "code": "test.sessions",
    "zh": "学习次数",
    "en": "sessions",
    "shape": "sum",
    "measure": "study.sessions",
    "scope": "subtree",
    "card": dict.fromkeys(CARD_FIELDS, LINE),
}
RATIO = SUM | {"shape": "ratio", "measure": "", "part": "study.present", "whole": "study.expected"}
PERSONS = SUM | {
    "shape": "min", "measure": "study_reports.written", "over": "subject", "expected": "study.expected",
}  # fmt: skip
TWO = RATIO | {"part": ["study.present", "inquiries.received"], "card": SUM["card"] | {"method": LINE}}
TEXT = """
[[indicator]]
code = "test.sessions"
zh = "学习次数"
en = "sessions"
shape = "sum"
measure = "study.sessions"
scope = "own"
[indicator.card]
""" + "\n".join(f'{name} = {{ zh = "口径", en = "definition" }}' for name in CARD_FIELDS)


def test_the_product_s_own_definitions_are_sound():
    found, wrong = read_files(FOLDER.glob("*.toml"), vocabulary())
    assert wrong == []
    assert found.items() <= indicators().items()


def test_they_use_every_shape():
    assert {one.shape for one in indicators().values()} == set(SHAPES)


@pytest.mark.parametrize(
    "table", [SUM, RATIO, SUM | {"shape": "distinct", "measure": "study.present", "of": "unit"}, PERSONS, TWO]
)
def test_a_sound_definition_has_no_problem(table: dict[str, Any]):
    assert list(problems(table, vocabulary())) == []


@pytest.mark.parametrize("given", ["center_group", ["center_group"]])
def test_a_filter_is_one_code_or_a_list(given: object):
    assert indicator_of(SUM | {"category": given}, vocabulary().measures).category == ("center_group",)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"zh": ""}, "“zh” is missing."),
        ({"card": {}}, "“card” is missing."),
        ({"card": {name: {"zh": "口径"} for name in CARD_FIELDS}}, "“card.counts.en” is missing."),
        ({"card": dict.fromkeys((*CARD_FIELDS, "why"), LINE)}, "There is no field “card.why”."),
        ({"messure": "x"}, "There is no field “messure”."),
        ({"places": "2"}, "“places” has a value of the wrong type."),
        ({"places": True}, "“places” has a value of the wrong type."),
        ({"category": [1]}, "“category” has a value of the wrong type."),
        ({"code": "No Spaces"}, "A code has small letters, digits, dots, hyphens and underscores only."),
        ({"shape": "middle"}, "“middle” is no known shape"),
        ({"scope": "all"}, "“all” is no known scope"),
        ({"measure": "study.naps"}, "“study.naps” is no known measure"),
        ({"measure": ""}, "The shape sum needs “measure”."),
        ({"of": "unit"}, "The shape sum has no “of”."),
        ({"places": 1}, "The shape sum has no “places”."),
        ({"shape": "distinct"}, "The shape distinct needs “of”."),
        ({"shape": "distinct", "of": "colour"}, "“colour” is no known of"),
        ({"category": "naps"}, "“naps” is no known category"),
        ({"level": "galaxy"}, "“galaxy” is no known level"),
        ({"unit_kind": "shop"}, "“shop” is no known unit_kind"),
        ({"measure": "surveys.stated"}, "The measure surveys.stated does not allow the shape sum; it allows: last."),
        ({"shape": "min", "measure": "study_reports.written"}, "The least over a subtree needs “unit_kind”"),
        (RATIO | {"part": "inquiries.answered"}, "inquiries.answered is a part of"),
        (RATIO | {"part": ["study.present", "study.present"]}, "The measure study.present is named twice"),
        (RATIO | {"part": ["study.present", "study.naps"]}, "“study.naps” is no known measure"),
        (RATIO | {"part": []}, "The shape ratio needs “part”."),
        (RATIO | {"over": "subject"}, "The shape ratio has no “over”."),
        ({"shape": "min", "measure": "study_reports.written", "over": "subject"}, "The shape min needs “expected”."),
        ({"shape": "min", "over": "colour", "expected": "study.expected"}, "“colour” is no known over"),
        ({"expected": "study.expected"}, "The shape sum has no “expected”."),
        ({"beside": ["no.such"]}, "“no.such” is no known beside"),
        ({"beside": "test.sessions"}, "“test.sessions” is no known beside"),
    ],
)
def test_a_flaw_is_named_in_one_sentence(change: dict[str, Any], sentence: str):
    found = list(problems(SUM | change, vocabulary()))
    assert found
    assert found[0].startswith(sentence)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (TEXT + TEXT, "test.toml, test.sessions: This code is used twice."),
        (TEXT.replace('"sum"', '"last"'), "test.toml, test.sessions: The measure study.sessions does not allow"),
        ("[[indicator]\n", "test.toml: Not readable as TOML"),
        ("[indicator]\ncode = 'x'\n", "test.toml: A file holds nothing but [[indicator]] tables."),
        ("[[measure]]\n", "test.toml: A file holds nothing but [[indicator]] tables."),
        ("indicator = [1]\n", "test.toml: A file holds nothing but [[indicator]] tables."),
    ],
)
def test_a_problem_names_file_and_code(tmp_path: Path, text: str, sentence: str):
    (tmp_path / "test.toml").write_text(text, encoding="utf-8")
    _found, wrong = read_files(tmp_path.glob("*.toml"), vocabulary())
    assert len(wrong) == 1
    assert str(wrong[0]).startswith(sentence)


def test_what_stands_beside_may_be_in_another_file(tmp_path: Path):
    (tmp_path / "a.toml").write_text(TEXT.replace("scope =", 'beside = "test.other"\nscope ='), encoding="utf-8")
    (tmp_path / "b.toml").write_text(TEXT.replace("test.sessions", "test.other"), encoding="utf-8")
    found, wrong = read_files(tmp_path.glob("*.toml"), vocabulary())
    assert wrong == []
    assert found["test.sessions"].beside == ("test.other",)


@pytest.mark.parametrize(
    ("fields", "internal"),
    [
        ({"measure": "exam.places"}, True),
        ({"measure": "exam.candidates"}, False),
        ({"measure": "rankings.place", "category": ("exam_band",)}, True),
        ({"measure": "rankings.place", "category": ("arts_show",)}, False),
        ({"measure": "rankings.place"}, True),
        ({"part": "exam.undergraduate", "whole": "exam.candidates"}, True),
    ],
)
def test_pupils_marks_and_ranks_are_for_use_inside(fields: dict[str, Any], internal: bool):
    assert is_internal(declared("ratio" if "part" in fields else "last", **fields)) is internal


def test_a_code_is_used_once_over_all_files(tmp_path: Path):
    for name in ("a.toml", "b.toml"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    _found, wrong = read_files(tmp_path.glob("*.toml"), vocabulary())
    assert [problem.source for problem in wrong] == ["b.toml, test.sessions"]


def test_one_flaw_refuses_the_whole_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "test.toml").write_text(TEXT.replace("study.sessions", "study.naps"), encoding="utf-8")
    monkeypatch.setattr(catalogue, "FOLDER", tmp_path)
    built_in.cache_clear()
    try:
        with pytest.raises(BadDefinitions, match=r"test\.toml, test\.sessions: “study\.naps”"):
            indicators()
    finally:
        built_in.cache_clear()


def test_an_unknown_code_is_refused_by_name():
    with pytest.raises(UnknownIndicator, match="no-such"):
        find_indicator("no-such")


def test_a_figure_stands_under_the_section_of_its_measure_unless_it_names_another() -> None:
    indicator = find_indicator("study.center_group.sessions")
    assert indicator.section == "study"
    assert replace(indicator, group="honours").section == "honours"
