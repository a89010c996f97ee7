"""The certificates of a person, for their own page."""

from collections.abc import Iterator, Sequence

from youju.phrases import duration
from youju.records.declared.deed import Deed
from youju.records.volunteering.certificate.models import Certificate
from youju.records.volunteering.certificate.moves import CertificateState


def certificates_of(persons: Sequence[int]) -> Iterator[Deed]:
    """Each that is issued and not void."""
    found = Certificate.objects.filter(person__in=persons, state=CertificateState.ISSUED)
    for certificate in found.select_related("unit"):
        told = f"{certificate.unit} {certificate.number_text} {duration(certificate.minutes)}"
        yield Deed(certificate.issued_on or certificate.happened, certificate.title, told, certificate.ref)
