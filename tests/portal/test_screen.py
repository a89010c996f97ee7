"""The lobby screen: one picture after the other, of what is public already, and nobody who has not agreed."""

from datetime import timedelta
from types import SimpleNamespace

from django.test import Client

from tests.portal.site import live
from tests.records.cast import DAY, people
from youju.lib import clock
from youju.orgs.actors import CONSOLE
from youju.orgs.consents import Purpose, consent_give, consent_withdraw
from youju.orgs.setting_verbs import setting_change
from youju.records.heads.occasions import Occasion
from youju.records.honours.award.sample import sample
from youju.records.kinds import get_record_kind
from youju.records.verbs.record_verbs import record_add, record_submit, record_verify


def every(reader: Client) -> str:
    """All pictures, one round."""
    return "".join(reader.get(f"/screen?at={at}").text for at in range(6))


def test_it_goes_round_without_a_script(office: SimpleNamespace, reader: Client):
    live(office)
    today = clock.today()
    Occasion.objects.create(code="games", sort="event", name="全县运动会", unit=office.county, begins=today, ends=today)
    first = reader.get("/screen").text
    assert 'http-equiv="refresh" content="15;url=/screen?at=1"' in first
    assert 'url=/screen?at=0"' in reader.get("/screen?at=1").text
    assert "全县运动会" in first and "春日读书会" in reader.get("/screen?at=1").text
    for odd in ("-1", "99999999", "x", "²"):
        assert reader.get("/screen", {"at": odd}).status_code == 200


def test_an_empty_site_has_a_screen_and_a_closed_one_has_none(office: SimpleNamespace, reader: Client):
    assert reader.get("/screen").status_code == 200
    setting_change(name="site_open", text="no", actor=CONSOLE)
    assert reader.get("/screen").status_code == 404


def test_an_exemplar_stands_there_only_while_they_agree(office: SimpleNamespace, reader: Client):
    kind, (wang,) = get_record_kind("award"), people(office.hill, "王一")
    values = sample(office.hill, DAY)
    line = next(line for line in values["holders"] if line["person"])
    values["holders"] = [line | {"person": wang}]
    record = record_add(kind=kind, values=values | {"late_reason": "补录"}, actor=office.bob)
    record_submit(record=record, actor=office.bob)
    record_verify(record=record, actor=office.alice)
    assert "王一" not in every(reader)
    given = consent_give(
        person=wang, purpose=Purpose.PUBLIC_NAME, by="self", on=DAY, actor=office.alice, reference="同意书1号"
    )
    assert "王一" in every(reader)
    with clock.at(clock.now() + timedelta(days=1)):
        consent_withdraw(consent=given, actor=office.alice)
        assert "王一" not in every(reader)
