"""Documents: begun from a genre's template, written section by section."""

from types import SimpleNamespace

import pytest

from youju.errors import NotAllowed
from youju.lib.periods import Period
from youju.orgs.audit import AuditRow
from youju.summaries.drafts.documents import Document, Section
from youju.summaries.drafts.errors import NotItsPeriod, TextTooLong, TooManySections, WrittenElsewhere
from youju.summaries.drafts.genres import get_genre
from youju.summaries.drafts.section_verbs import section_add
from youju.summaries.drafts.verbs import LONGEST, MOST, document_begin, document_rename, section_write

pytestmark = pytest.mark.django_db

TEXT = "# 总结\n\n开头。\n\n## 一、学习\n\n学习{{study.branch.sessions}}。\n\n## 二、宣传\n\n宣传。\n"


def begun(cast: SimpleNamespace, text: str = TEXT) -> Document:
    genre, period = get_genre("annual"), Period.year(2025)
    return document_begin(unit=cast.county, genre=genre, period=period, title="年度总结", text=text, actor=cast.alice)


def test_a_text_is_cut_at_its_second_level_headings(cast: SimpleNamespace) -> None:
    document = begun(cast)
    assert [section.heading for section in document.sections] == ["总结", "一、学习", "二、宣传"]
    assert document.text == TEXT


def test_a_section_keeps_every_version_with_its_author(cast: SimpleNamespace) -> None:
    section = begun(cast).sections[1]
    section_write(section=section, version=1, text="## 一、学习\n\n改过。", actor=cast.alice)
    kept = Section.objects.get(pk=section.pk).versions.all()
    assert [(version.number, version.author) for version in kept] == [(2, cast.alice), (1, cast.alice)]


def test_writing_over_a_newer_version_is_refused_and_says_whose_it_is(cast: SimpleNamespace) -> None:
    section = begun(cast).sections[1]
    section_write(section=section, version=1, text="## 一、学习\n\n改过。", actor=cast.alice)
    with pytest.raises(WrittenElsewhere) as refused:
        section_write(section=section, version=1, text="## 一、学习\n\n另改。", actor=cast.alice)
    assert refused.value.details["version"] == 2


def test_a_document_of_thousands_of_sections_is_refused_whole(cast: SimpleNamespace) -> None:
    with pytest.raises(TooManySections):
        begun(cast, "## a\n" * 20_000)
    assert not Document.objects.exists()
    document = begun(cast)
    with pytest.raises(TooManySections):
        section_add(document=document, text="## a\n" * (MOST - 2), actor=cast.alice)
    assert len(document.sections) == 3
    section_add(document=document, text="## a\n" * (MOST - 3), actor=cast.alice)


def test_a_section_that_is_too_long_is_refused_and_not_cut_off(cast: SimpleNamespace) -> None:
    section = begun(cast).sections[1]
    with pytest.raises(TextTooLong):
        section_write(section=section, version=1, text="长" * (LONGEST + 1), actor=cast.alice)
    with pytest.raises(TextTooLong):
        begun(cast, "长" * (LONGEST + 1))
    assert Section.objects.get(pk=section.pk).version == 1


def test_what_nobody_sees_is_not_kept(cast: SimpleNamespace) -> None:
    section = begun(cast, "开\0头\u202e").sections[0]
    assert section.text == "开头"
    assert section_write(section=section, version=1, text="改\0过", actor=cast.alice).text == "改过"


def test_a_title_is_one_line_of_a_list(cast: SimpleNamespace) -> None:
    document = begun(cast)
    assert len(document_rename(document=document, title="长" * 300, actor=cast.alice).title) == 120
    assert document_rename(document=document, title="年度\n总结\0", actor=cast.alice).title == "年度 总结"


def test_the_same_text_again_makes_no_version(cast: SimpleNamespace) -> None:
    section = begun(cast).sections[1]
    section_write(section=section, version=1, text=section.text + "\n", actor=cast.alice)
    assert Section.objects.get(pk=section.pk).version == 1


def test_a_liaison_does_not_write_the_bureaus_document(cast: SimpleNamespace) -> None:
    with pytest.raises(NotAllowed):
        section_write(section=begun(cast).sections[0], version=1, text="改", actor=cast.bob)


def test_a_text_about_another_period_is_refused(cast: SimpleNamespace) -> None:
    with pytest.raises(NotItsPeriod):
        document_begin(
            unit=cast.county, genre=get_genre("annual"), period=Period.month(2025, 3), title="x", text="x",
            actor=cast.alice,
        )  # fmt: skip


def test_each_step_leaves_an_audit_row(cast: SimpleNamespace) -> None:
    document = begun(cast)
    section_write(section=document.sections[0], version=1, text="# 总结", actor=cast.alice)
    actions = AuditRow.objects.filter(target=document.ref).values_list("action", flat=True)
    assert sorted(actions) == ["summary.begin", "summary.write"]
