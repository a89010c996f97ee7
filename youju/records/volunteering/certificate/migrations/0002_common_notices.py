"""The notices of certificates become public notices like all others: each keeps its days, and gets a number."""

from datetime import datetime, time
from typing import Any

from django.db import migrations
from django.utils import timezone

from youju.records.volunteering.certificate.notice import served_digest
from youju.records.volunteering.certificate.served import Served

_STATES = {"notice": "running", "issued": "over", "annulled": "over"}  # of any other the notice was stopped


def notices_of_certificates(apps: Any, schema_editor: Any) -> None:
    """Those that were ever under notice, in the order in which that began."""
    alias = schema_editor.connection.alias
    certificates = apps.get_model("certificate", "Certificate").objects.using(alias)
    rows = certificates.exclude(noticed_on=None).select_related("person", "unit").order_by("noticed_on", "pk")
    for certificate in rows:
        _put(apps, alias, certificate)


def _put(apps: Any, alias: str, certificate: Any) -> None:
    notices = apps.get_model("notices", "Notice").objects.using(alias)
    first, last = certificate.noticed_on, certificate.due_on
    if last is None or notices.filter(ref=certificate.ref).exists():
        return
    began = timezone.make_aware(datetime.combine(first, time(8)))
    state = _STATES.get(certificate.state, "stopped")
    lines = [Served(ref, datetime.fromisoformat(day).date(), minutes) for ref, day, minutes in certificate.served]
    notices.create(
        ref=certificate.ref, year=first.year, number=_take(apps, alias, first.year), title=certificate.title[:200],
        digest=served_digest(certificate.person.token, lines), lines=[[certificate.person.name, certificate.unit.name, "", ""]],
        began=began, days=(last - first).days, day_type="calendar", last_day=last, provisional=False,
        where=certificate.posted_at, contact=certificate.contact, public=False, state=state,
        ended=None if state == "running" else certificate.verified_at or certificate.created_at,
    )  # fmt: skip


def _take(apps: Any, alias: str, year: int) -> int:
    """The next number of the bureau's one sequence of notices."""
    sequences = apps.get_model("orgs", "Sequence").objects.using(alias)
    row, _new = sequences.get_or_create(name="notice", year=year)
    row.next += 1
    row.save(update_fields=["next"])
    return int(row.next) - 1


class Migration(migrations.Migration):
    dependencies = [("certificate", "0001_initial"), ("notices", "0001_initial"), ("orgs", "0001_initial")]

    operations = [migrations.RunPython(notices_of_certificates, migrations.RunPython.noop)]
