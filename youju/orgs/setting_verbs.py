"""Changing a setting: checked, on record, and in force at once."""

from typing import Any

from django.conf import settings
from django.db import transaction

from youju.lib.once import forget
from youju.orgs import audit
from youju.orgs.actors import Actor
from youju.orgs.keeping import require_manager
from youju.orgs.log_ins import log_ins_end_unproven
from youju.orgs.members import Member
from youju.orgs.setting_table import Setting
from youju.orgs.settings import (
    LONGEST,
    SetElsewhere,
    SettingRow,
    SettingUnfit,
    UploadTooLarge,
    find_setting,
    kept_texts,
)


@transaction.atomic
def setting_change(*, name: str, text: str, actor: Actor, verb: str = "") -> Any:
    """Set a value, and return it; the default's text takes a value back. By administrators of the bureau.

    verb: the one that asks, for a setting that has one. Raises NotAllowed, UnknownSetting, SettingUnfit, SetElsewhere,
    UploadTooLarge.
    """
    require_manager(actor)
    declared = find_setting(name)
    value = _read(declared, text)
    before, after = kept_texts().get(name, declared.kind.write(declared.default)), declared.kind.write(value)
    if before != after and declared.verb != verb:
        raise SetElsewhere(label=declared.label)
    if value == declared.default:
        SettingRow.objects.filter(pk=name).delete()
    else:
        SettingRow.objects.update_or_create(pk=name, defaults={"value": after})
    forget(kept_texts)
    if before != after:
        audit.write(actor=actor, action="setting.change", target=f"setting-{name}", before=before, after=after)
        if name == "second_factor":
            log_ins_end_unproven(Member.objects.filter(is_active=True), required=after)
    return value


def _read(declared: Setting, text: str) -> Any:
    text = text.replace("\0", "").strip()
    try:
        if len(text) > LONGEST:
            raise ValueError(text)
        value = declared.kind.read(text)
    except ValueError:
        raise SettingUnfit(text=text[:80], label=declared.label, wanted=declared.kind.wanted) from None
    if declared.name == "upload_megabytes" and value * 1024**2 > settings.REQUEST_BYTES:
        raise UploadTooLarge(limit=settings.REQUEST_BYTES // 1024**2)
    return value
