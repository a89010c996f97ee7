"""An office with accounts of the school accused among its own, and accusations that it takes in."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

from tests.records.cast import member
from tests.records.inquiries.desk_of_inquiries import (
    NOON,
    at_desk,
    taken_in,
)
from youju.lib import clock
from youju.orgs.members import Role, RoleGrant
from youju.records.inquiries.inquiry.askers import AskerValues
from youju.records.inquiries.inquiry.models import Inquiry
from youju.records.inquiries.topic.models import Topic
from youju.records.inquiries.wording.models import Wording

TITLE, TEXT = "反映青山小学违规收费", "青山小学向每名学生收取两百元资料费。"


def office_of(cast: SimpleNamespace) -> Iterator[SimpleNamespace]:
    """Beside the cast: rita reviews at hill; of hill's accounts harry is officer, hank auditor, hugo signer above."""
    with clock.at(NOON):
        at_desk(cast)
        cast.rita = member("rita", cast.hill, Role.REVIEWER)
        for name, role in (("harry", Role.OFFICER), ("hank", Role.AUDITOR), ("hugo", Role.SIGNER)):
            made = member(name, cast.hill)
            RoleGrant.objects.create(member=made, role=role, unit=cast.county)
            setattr(cast, name, made)
        cast.topic = Topic.objects.create(code="fees", name="教育收费")
        cast.wording = Wording.objects.create(code="accused", name="举报答复", text="已依规核查。", sort="accusation")
        yield cast


def accusing(office: SimpleNamespace) -> dict[str, Any]:
    return {
        "sort": "accusation", "about_unit": office.hill, "title": TITLE, "text": TEXT,
        "asker": AskerValues("孙举报", "13900009999"), "topic": office.topic,
    }  # fmt: skip


def accused(office: SimpleNamespace, **values: object) -> Inquiry:
    return taken_in(office, **(accusing(office) | values))
