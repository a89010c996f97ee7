"""Signing: by a leader who drafted nothing of it, the edition that was read, with the second factor."""

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from tests.records.cast import member
from tests.summaries.issuing import PASSWORD, again, frozen, record, written
from youju.orgs.audit import AuditRow
from youju.orgs.members import Member, Role, RoleGrant
from youju.orgs.proving import FactorNotSetUp, NotProven, proof_asked
from youju.orgs.second_factor import factor_begin, factor_confirm
from youju.orgs.settings import SettingRow
from youju.orgs.wrong_tries import TooManyTries
from youju.summaries.drafts.documents import Document, DocumentState
from youju.summaries.drafts.section_verbs import section_close, section_move, section_reopen, section_restore
from youju.summaries.drafts.verbs import document_rename, section_write
from youju.summaries.issuing.errors import DrafterSigns, EditionMoved, NotInState
from youju.summaries.issuing.verbs import (
    standing_edition,
    summary_freeze,
    summary_refuse,
    summary_sign,
    summary_withdraw,
)

pytestmark = pytest.mark.django_db


def sign(document: Document, actor: Member, proof: str = PASSWORD, digest: str = "") -> None:
    summary_sign(document=document, digest=digest or standing_edition(document).digest, proof=proof, actor=actor)


def equipped(actor: Member) -> list[str]:
    """The recovery codes of a member who now has a factor."""
    factor_begin(member=actor)
    codes = factor_confirm(member=actor, text=code_of(actor, -1))
    assert codes is not None
    return codes


def code_of(actor: Member, drift: int = 0) -> str:
    device = TOTPDevice.objects.filter(user=actor).latest("pk")
    return f"{totp(device.bin_key, drift=drift):06d}"


def _begins(cast: SimpleNamespace, una: Member) -> Document:
    cast.alice, alice = una, cast.alice
    document = written(cast)
    summary_freeze(document=document, actor=alice)
    return again(document)


def _writes(cast: SimpleNamespace, una: Member) -> Document:
    document = written(cast)
    section_write(section=document.sections[0], version=1, text="# 总结\n\n改过。", actor=una)
    summary_freeze(document=document, actor=cast.alice)
    return again(document)


def _writes_what_was_written_over(cast: SimpleNamespace, una: Member) -> Document:
    document = written(cast)
    section = section_write(section=document.sections[0], version=1, text="# 总结\n\n改过。", actor=una)
    section_write(section=section, version=2, text="# 总结\n\n再改。", actor=cast.alice)
    summary_freeze(document=document, actor=cast.alice)
    return again(document)


def _writes_what_was_taken_out(cast: SimpleNamespace, una: Member) -> Document:
    document = _writes(cast, una)
    document.all_sections.filter(place=1).update(closed=True)
    return document


def _writes_before_an_edition_was_taken_back(cast: SimpleNamespace, una: Member) -> Document:
    document = _writes(cast, una)
    summary_withdraw(document=document, reason="改", actor=cast.alice)
    summary_freeze(document=document, actor=cast.alice)
    return again(document)


def _freezes(cast: SimpleNamespace, una: Member) -> Document:
    document = written(cast)
    summary_freeze(document=document, actor=una)
    return again(document)


def _takes_a_section_out(cast: SimpleNamespace, una: Member) -> Document:
    document = written(cast)
    section_close(section=document.sections[0], actor=una)
    summary_freeze(document=document, actor=cast.alice)
    return again(document)


def _puts_a_section_back(cast: SimpleNamespace, una: Member) -> Document:
    document = written(cast)
    section = document.sections[0]
    section_close(section=section, actor=cast.alice)
    section_reopen(section=section, actor=una)
    summary_freeze(document=document, actor=cast.alice)
    return again(document)


def _moves_a_section(cast: SimpleNamespace, una: Member) -> Document:
    document = written(cast)
    section_move(section=document.sections[1], steps=-1, actor=una)
    summary_freeze(document=document, actor=cast.alice)
    return again(document)


def _gives_it_another_title(cast: SimpleNamespace, una: Member) -> Document:
    document = document_rename(document=written(cast), title="另一个标题", actor=una)
    summary_freeze(document=document, actor=cast.alice)
    return again(document)


def _lets_it_say_again_what_alice_wrote(cast: SimpleNamespace, una: Member) -> Document:
    document = written(cast)
    first = document.sections[0]
    section_write(section=first, version=1, text="# 总结\n\n改过。", actor=cast.alice)
    section_restore(version=first.versions.get(number=1), read=2, actor=una)
    summary_freeze(document=document, actor=cast.alice)
    return again(document)


PATHS = (
    _takes_a_section_out, _puts_a_section_back, _moves_a_section, _gives_it_another_title,
    _lets_it_say_again_what_alice_wrote, _begins, _writes, _writes_what_was_written_over, _writes_what_was_taken_out,
    _writes_before_an_edition_was_taken_back, _freezes,
)  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("single", [False, True])
def test_whoever_drafts_does_not_sign(
    cast: SimpleNamespace, path: Callable[[SimpleNamespace, Member], Document], single: bool
) -> None:
    record(cast)
    cast.county.single_post = single
    cast.county.save()
    una = member("una", cast.county, Role.SIGNER, Role.OFFICER)
    document = path(cast, una)
    with pytest.raises(DrafterSigns):
        sign(document, una)
    with pytest.raises(DrafterSigns):
        summary_refuse(document=document, reason="x", actor=una)
    assert again(document).state == DocumentState.FROZEN
    sign(document, cast.sam)
    assert again(document).state == DocumentState.SIGNED


def test_a_role_that_came_later_does_not_help(cast: SimpleNamespace) -> None:
    record(cast)
    document = frozen(cast)
    RoleGrant.objects.create(member=cast.alice, role=Role.SIGNER, unit=cast.county)
    with pytest.raises(DrafterSigns):
        sign(document, Member.objects.get(pk=cast.alice.pk))


def test_only_what_was_read_is_signed(cast: SimpleNamespace) -> None:
    record(cast)
    document = frozen(cast)
    seen = standing_edition(document).digest
    summary_withdraw(document=document, reason="改", actor=cast.alice)
    summary_freeze(document=document, actor=cast.alice)
    with pytest.raises(EditionMoved):
        sign(document, cast.sam, digest=seen)


def test_a_phone_s_code_is_asked_of_whoever_has_one(cast: SimpleNamespace) -> None:
    record(cast)
    document = frozen(cast)
    codes = equipped(cast.sam)
    for wrong in (PASSWORD, "", codes[0][:-1] + "!"):
        TOTPDevice.objects.update(throttling_failure_count=0, throttling_failure_timestamp=None)
        with pytest.raises(NotProven):
            sign(document, cast.sam, wrong)
    TOTPDevice.objects.update(throttling_failure_count=0, throttling_failure_timestamp=None)
    sign(document, cast.sam, code_of(cast.sam))
    row = AuditRow.objects.get(action="summary.sign", target=document.ref)
    assert row.detail["digest"] == standing_edition(document).digest and row.actor == cast.sam.token


def test_wrong_codes_make_the_right_one_wait(cast: SimpleNamespace) -> None:
    record(cast)
    document = frozen(cast)
    equipped(cast.sam)
    with pytest.raises(NotProven):
        sign(document, cast.sam, "000000")
    with pytest.raises(NotProven):
        sign(document, cast.sam, code_of(cast.sam))


def test_a_recovery_code_signs_once(cast: SimpleNamespace) -> None:
    record(cast)
    codes = equipped(cast.sam)
    first, second = frozen(cast), frozen(cast)
    sign(first, cast.sam, codes[0])
    with pytest.raises(NotProven):
        sign(second, cast.sam, codes[0])


def test_where_nobody_needs_a_factor_the_password_is_asked_again(cast: SimpleNamespace) -> None:
    record(cast)
    document = frozen(cast)
    assert proof_asked(cast.sam) == "password"
    with pytest.raises(NotProven):
        sign(document, cast.sam, "guessed")
    with pytest.raises(NotProven):
        sign(document, cast.sam, "guessed again")
    for _more in range(4):
        with pytest.raises((NotProven, TooManyTries)):
            sign(document, cast.sam, "and again")
    with pytest.raises(TooManyTries):
        sign(document, cast.sam, PASSWORD)
    assert again(document).state == DocumentState.FROZEN


def test_who_must_have_a_factor_and_has_none_does_not_sign(cast: SimpleNamespace) -> None:
    record(cast)
    document = frozen(cast)
    SettingRow.objects.all().delete()
    with pytest.raises(FactorNotSetUp):
        sign(document, cast.sam)


def test_a_second_signature_is_refused_and_uses_no_code(cast: SimpleNamespace) -> None:
    record(cast)
    document = frozen(cast)
    codes = equipped(cast.sam)
    sign(document, cast.sam, codes[0])
    with pytest.raises(NotInState):
        sign(document, cast.sam, codes[1])
    assert cast.sam.recovery_codes.count() == 9
