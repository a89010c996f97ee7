"""``youju template bureau`` and ``youju import bureau`` as a person at the keyboard meets them."""

from pathlib import Path

import pytest

from tests.bureau.book import as_xlsx, found_county, sample
from tests.records.cast import member
from youju.orgs.audit import AuditRow
from youju.orgs.members import Role
from youju.orgs.people import Person
from youju.orgs.tree import home_unit

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    found_county()
    made = tmp_path / "建局.xlsx"
    made.write_bytes(as_xlsx(sample(units=20, staff=60)))
    return made


def test_a_dry_run_says_what_would_change(youju, file: Path):
    said = youju("import", "bureau", str(file), "--dry-run")
    assert said.status == 0
    assert "单位!A2\t新设单位\t办公室（科室，隶属云溪县教育局）" in said.out
    assert "人员到岗 60" in said.err and "拟定登录名" in said.err
    assert not Person.objects.exists()


def test_it_is_done_in_an_administrators_name(youju, file: Path):
    admin = member("eve", home_unit(), Role.ADMIN)
    said = youju("import", "bureau", str(file), "--by", "eve")
    assert said.status == 0 and Person.objects.count() == 60
    assert AuditRow.objects.get(action="bureau.import").actor == admin.token
    again = youju("import", "bureau", str(file))
    assert (again.status, again.out) == (0, "") and "没有带来变动" in again.err


def test_every_fault_is_told_and_nothing_done(youju, file: Path):
    book = sample(units=20, staff=60)
    book["人员"][3][1] = "青山小雪"
    book["成员"][2][2] = "联洛员"
    file.write_bytes(as_xlsx(book))
    for args in ([], ["--dry-run"]):
        said = youju("import", "bureau", str(file), *args)
        assert said.status == 2
        assert "人员!B4: " in said.err and "成员!C3: " in said.err
    assert not Person.objects.exists()


def test_a_template_is_written_once(youju, file: Path, tmp_path: Path):
    empty, filled = tmp_path / "空.xlsx", tmp_path / "现有.xlsx"
    assert youju("template", "bureau", str(empty)).status == 0
    assert youju("template", "bureau", str(filled), "--filled").status == 0
    assert youju("import", "bureau", str(filled)).status == 0
    assert youju("template", "bureau", str(empty)).status == 2


def test_a_bureau_must_be_set_up_first(youju, tmp_path: Path):
    assert youju("template", "bureau", str(tmp_path / "空.xlsx")).status == 2
    assert not (tmp_path / "空.xlsx").exists()
