"""What is said of evidence that a kind wants and that is not there: it can follow later."""

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from youju.records.declared.needs import missing_needs, roles_text
from youju.records.heads.attachments import attachments_of
from youju.records.heads.record import Record
from youju.records.kinds import get_record_kind


def say_what_is_missing(request: HttpRequest, record: Record) -> None:
    """A message that names what is still wanted beside a record that was just handed in."""
    missing = missing_needs(get_record_kind(record.kind).needs, attachments_of([record.ref])[record.ref])
    if missing:
        said = _(
            "Evidence still missing: %(what)s. "
            "Withdraw the record to add it now, or add it once it is verified or returned."
        )
        messages.warning(request, said % {"what": roles_text(missing)})
