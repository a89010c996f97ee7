"""What supports an application: one file or record in many criteria; its fall shows in all of them and in the score."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import pytest
from pytest_django import Settings

from tests.records.accreditation.applying import (
    a_campaign,
    a_checklist,
    answered,
    applied,
    asked_by,
    graded,
    in_state,
    moved,
)
from tests.records.cast import member, verified, visits
from youju.errors import NotAllowed, NotFound
from youju.evidence import store
from youju.lib import clock
from youju.orgs.errors import ReasonMissing
from youju.orgs.members import Role
from youju.records.accreditation.application.answer_verbs import Said, answer_write
from youju.records.accreditation.application.answers import Citation, Material
from youju.records.accreditation.application.errors import BelowTheLine, MaterialVoid, NotAssessing, NotOfTheUnit
from youju.records.accreditation.application.material_verbs import material_void, materials_add, record_cite
from youju.records.accreditation.application.models import Application
from youju.records.accreditation.application.page import carried
from youju.records.accreditation.checklist.criteria import Asked
from youju.records.heads.attachments import Attachment
from youju.records.heads.beside import Arrived
from youju.records.reading.drift import drifted
from youju.records.verbs.record_verbs import record_void

TWELVE = [Asked("1", "校园文化"), *(Asked(f"1.{number}", f"标准{number}", Decimal(5)) for number in range(1, 17))]


@pytest.fixture
def office(cast: SimpleNamespace, settings: Settings, tmp_path: Path) -> SimpleNamespace:
    settings.EVIDENCE_FOLDER = tmp_path / "evidence"
    cast.olga = member("olga", cast.county, Role.OFFICER)
    return cast


def a_file(office: SimpleNamespace, text: str = "走廊文化墙照片说明") -> Arrived:
    content = BytesIO(text.encode())
    return Arrived(store.receive(content=content, name="文化墙.txt", received_by=office.bob.token), "文化墙.txt")


def with_twelve(office: SimpleNamespace) -> tuple[Application, Material]:
    """Sixteen criteria graded A, of which the first twelve cite one file and nothing else."""
    case = applied(office.hill, office.bob, a_campaign(a_checklist(TWELVE)))
    (material,) = materials_add(application=case, files=[a_file(office)], actor=office.bob)
    for place, criterion in enumerate(case.checklist.leaves()):
        cites = [material.pk] if place < 12 else []
        answer_write(application=case, said=Said(criterion, grade="A", cites=cites), actor=office.bob)
    return case, material


def test_one_file_in_twelve_criteria_is_kept_once_and_its_void_shows_in_all_and_in_the_score(office: SimpleNamespace):
    case, material = with_twelve(office)
    assert (Attachment.objects.count(), Material.objects.count(), Citation.objects.count()) == (1, 1, 12)
    assert str(case.sheet().own_score().total) == "100.00"
    material_void(material=material, actor=office.alice, reason="照片不是本校")
    sheet = case.sheet()
    assert len(sheet.fallen()) == 12
    assert {each.why_void for line in sheet.fallen() for each in line.materials} == {"照片不是本校"}
    assert str(sheet.own_score().total) == "25.00"


def test_a_criterion_that_cites_something_else_too_goes_on_counting(office: SimpleNamespace):
    case, material = with_twelve(office)
    (other,) = materials_add(application=case, files=[a_file(office, "另一张")], actor=office.bob)
    first = case.checklist.leaves()[0]
    answer_write(application=case, said=Said(first, grade="A", cites=[material.pk, other.pk]), actor=office.bob)
    material_void(material=material, actor=office.bob, reason="重复")
    assert len(case.sheet().fallen()) == 11


def test_a_record_that_is_voided_falls_in_every_criterion_that_cites_it(office: SimpleNamespace):
    record = verified(visits(office.bob, office.hill), office.bob, office.alice)
    case = applied(office.hill, office.bob, a_campaign(a_checklist(TWELVE)))
    material = record_cite(application=case, record=record, actor=office.bob)
    assert record_cite(application=case, record=record, actor=office.bob).pk == material.pk
    answered(case, office.bob, cites=[material.pk])
    assert case.sheet().fallen() == []
    record_void(record=record, actor=office.olga, reason="没有发生")
    sheet = case.sheet()
    assert len(sheet.fallen()) == 16
    assert sheet.fallen()[0].materials[0].why_void == "没有发生"
    assert str(sheet.own_score().total) == "0.00"


def test_the_experts_score_falls_too_and_the_title_is_not_granted(office: SimpleNamespace):
    case, material = with_twelve(office)
    case = moved(moved(case, "admit", office.alice), "assess", office.bob)
    case = moved(moved(graded(case, office.alice), "review", office.alice), "propose", office.alice)
    case = moved(case, "publish", office.alice, **asked_by("publish"))
    material_void(material=material, actor=office.alice, reason="照片不是本校")
    with pytest.raises(BelowTheLine):
        moved(case, "grant", office.olga, **asked_by("grant"))
    assert list(drifted()) == []


def test_only_verified_records_of_the_unit_are_cited(office: SimpleNamespace):
    case = applied(office.hill, office.bob, a_campaign())
    draft = visits(office.bob, office.hill)
    foreign = verified(visits(office.charlie, office.lake), office.charlie, office.alice)
    for record in (draft, foreign):
        with pytest.raises(NotOfTheUnit):
            record_cite(application=case, record=record, actor=office.bob)


def test_a_material_of_another_application_is_not_found(office: SimpleNamespace):
    campaign = a_campaign()
    ours, theirs = applied(office.hill, office.bob, campaign), applied(office.lake, office.charlie, campaign)
    (material,) = materials_add(application=ours, files=[a_file(office)], actor=office.bob)
    with pytest.raises(NotFound):
        answered(theirs, office.charlie, cites=[material.pk])
    with pytest.raises(NotAllowed):
        materials_add(application=ours, files=[], actor=office.charlie)
    with pytest.raises(NotAllowed):
        material_void(material=material, actor=office.charlie, reason="x")


def test_what_is_void_is_not_cited_anew_nor_voided_twice(office: SimpleNamespace):
    case = applied(office.hill, office.bob, a_campaign())
    (material,) = materials_add(application=case, files=[a_file(office)], actor=office.bob)
    with pytest.raises(ReasonMissing):
        material_void(material=material, actor=office.bob, reason=" ")
    material_void(material=material, actor=office.bob, reason="传错了")
    with pytest.raises(MaterialVoid):
        answered(case, office.bob, cites=[material.pk])
    with pytest.raises(MaterialVoid):
        material_void(material=Material.objects.get(), actor=office.bob, reason="传错了")


def test_files_come_while_it_assesses_itself_and_not_later(office: SimpleNamespace):
    case = in_state(office, "assessed", a_campaign())
    with pytest.raises(NotAssessing):
        materials_add(application=case, files=[a_file(office)], actor=office.bob)


def test_the_next_cycle_begins_with_the_last_by_the_numbers(office: SimpleNamespace):
    first, material = with_twelve(office)
    gone = materials_add(application=first, files=[a_file(office, "旧的")], actor=office.bob)[0]
    said = Said(first.checklist.leaves()[1], grade="B", note="说明", cites=[material.pk, gone.pk])
    answer_write(application=first, said=said, actor=office.bob)
    material_void(material=gone, actor=office.bob, reason="过时")
    moved(first, "admit", office.alice)
    criteria = [each for each in TWELVE if each.no != "1.3"]
    newer = a_checklist([*criteria, Asked("2", "环境"), Asked("2.1", "新标准", Decimal(8))], name="新细则")
    with clock.at(clock.now().replace(year=2028)):
        second = applied(office.hill, office.bob, a_campaign(newer, name="下一轮"))
    assert second.begins_from == first
    lines = {line.criterion.no: line for line in second.sheet().lines}
    assert lines["1.1"].answer is not None and lines["1.1"].answer.copied
    assert [each.content for each in lines["1.1"].materials] == [material.content]
    assert (lines["1.2"].answer.grade, lines["1.2"].answer.note, len(lines["1.2"].materials)) == ("B", "说明", 1)  # type: ignore[union-attr]  # as above
    assert lines["2.1"].answer is None
    assert second.sheet().given == 0
    unmatched = carried(second, second.sheet())
    assert unmatched is not None
    assert [each.no for each in unmatched.gone] == ["1.3"] and [each.no for each in unmatched.new] == ["2.1"]
    assert Attachment.objects.filter(record_ref=second.ref).count() == 1


def test_it_begins_empty_where_nobody_asks_for_the_last(office: SimpleNamespace):
    first = answered(moved(applied(office.hill, office.bob, a_campaign()), "admit", office.alice), office.bob)
    second = applied(office.hill, office.bob, a_campaign(first.checklist, name="下一轮"), carries=False)
    assert second.begins_from is None and not second.answers.exists()


def test_looking_at_a_copied_answer_makes_it_one(office: SimpleNamespace):
    first = answered(moved(applied(office.hill, office.bob, a_campaign()), "admit", office.alice), office.bob)
    with clock.at(clock.now().replace(year=2028)):
        second = applied(office.hill, office.bob, a_campaign(first.checklist, name="下一轮"))
        answer_write(application=second, said=Said(second.checklist.leaves()[0], grade="B"), actor=office.bob)
    assert second.sheet().given == 1
    assert second.happened > date(2027, 1, 1)
