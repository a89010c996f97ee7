"""``youju summary freeze``, ``sign``, ``issue`` and ``show``: what each prints, and what is refused with a sentence."""

import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.records.cast import make_cast, member
from tests.summaries.issuing import again, frozen, issued, record, written
from tests.summaries.test_signing import code_of, equipped
from youju.orgs.members import Role
from youju.records.verbs.record_verbs import record_void
from youju.summaries.issuing.verbs import standing_edition

pytestmark = pytest.mark.django_db

Youju = Callable[..., Any]


@pytest.fixture
def cast(db: None) -> SimpleNamespace:
    found = make_cast()
    found.sam = member("sam", found.county, Role.SIGNER)
    return found


def test_a_document_goes_out_by_commands_alone(cast: SimpleNamespace, youju: Youju) -> None:
    record(cast)
    document = written(cast, as_report=True, symbol="云教")
    equipped(cast.sam)
    said = youju("summary", "freeze", document.ref, "--by", "alice")
    digest = said.out.strip()
    assert (said.status, digest) == (0, standing_edition(document).digest)
    shown = json.loads(youju("summary", "show", document.ref, "--by", "sam", "--json").out)
    assert (shown["digest"], shown["figures"][0]["printed"], shown["state"]) == (digest, "17人", "frozen")
    signed = youju("summary", "sign", document.ref, "--by", "sam", "--digest", digest[:12], "--code", code_of(cast.sam))
    assert signed.status == 0, signed.err
    out = youju("summary", "issue", document.ref, "--by", "alice")
    assert (out.status, out.out.strip()[-2:], again(document).state) == (0, "1号", "issued")


def test_signing_asks_for_a_code_and_names_where_else_one_signs(cast: SimpleNamespace, youju: Youju) -> None:
    record(cast)
    document = frozen(cast)
    digest = standing_edition(document).digest
    for more in ((), ("--code", "a long pass phrase")):
        said = youju("summary", "sign", document.ref, "--by", "sam", "--digest", digest, *more)
        assert said.status == 2 and "--code" in said.err
    assert again(document).state == "frozen"


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("freeze", "--by", "sam"), "角色"), (("issue", "--by", "alice"), "状态"), (("show", "--by", "charlie"), ""),
        (("sign", "--by", "alice", "--digest", "0" * 64, "--code", "123456"), "--code"),
        (("freeze", "--by", "nobody"), ""),
    ],
)  # fmt: skip
def test_what_is_not_allowed_is_refused(cast: SimpleNamespace, youju: Youju, args: tuple[str, ...], code: str) -> None:
    record(cast)
    document = frozen(cast)
    said = youju("summary", args[0], document.ref, *args[1:])
    assert said.status == 2 and said.err.strip() and code in said.err
    assert again(document).state == "frozen"


def test_another_edition_than_the_one_that_was_read_is_not_signed(cast: SimpleNamespace, youju: Youju) -> None:
    record(cast)
    document = frozen(cast)
    equipped(cast.sam)
    for digest in ("0" * 64, standing_edition(document).digest[:11]):
        said = youju("summary", "sign", document.ref, "--by", "sam", "--digest", digest, "--code", code_of(cast.sam))
        assert said.status == 2 and again(document).state == "frozen"


def test_show_tells_what_changed_and_writes_a_file(cast: SimpleNamespace, youju: Youju, tmp_path: Path) -> None:
    first = record(cast)
    record(cast, 5)
    document = issued(cast)
    record_void(record=first, reason="重复", actor=cast.alice)
    said = youju("summary", "show", document.ref, "--by", "dora")
    assert "22人" in said.out and "22人 → 5人" in said.err
    file = tmp_path / "a.md"
    assert youju("summary", "show", document.ref, "--by", "dora", "--out", str(file)).status == 0
    assert "22人" in file.read_text("utf-8")
    assert youju("summary", "show", document.ref, "--by", "dora", "--out", str(tmp_path / "a.xls")).status == 2
    assert youju("summary", "show", written(cast).ref, "--by", "dora").status == 2
