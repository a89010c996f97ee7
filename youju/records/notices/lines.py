"""The lines of a notice: which names may stand in it, and the digest of the list behind it."""

from collections.abc import Iterable, Sequence
from datetime import date
from hashlib import sha256

from youju.lib import canonical, clock
from youju.orgs.consents import Consent, Purpose
from youju.orgs.people import Person, mask
from youju.records.notices.models import Notice, NoticeLine

_LABEL = b"youju-notice-v1\0"


def list_digest(rows: Iterable[Sequence[canonical.Column]]) -> str:
    """The digest of a list: what is decided on, row by row, in its order.

    Rows hold codes and tokens, never names: a name that is corrected is the same person.
    """
    content = b"".join(canonical.columns(row) for row in rows)
    return sha256(_LABEL + content).hexdigest()


def line_of(person: Person, *, unit: str, told: str = "", day: date, basis: str = "") -> NoticeLine:
    """The line of a person: in full for an adult; of somebody under age only by their consent or on a stated basis."""
    if not person.is_minor(day) or basis:
        return NoticeLine(person.name, unit, told)
    if person.token in consenting([person.token], day):
        return NoticeLine(person.name, unit, told, person.token)
    return NoticeLine(mask(person.name), unit, told)


def consenting(tokens: Iterable[str], day: date) -> set[str]:
    """Those of these persons whose names may be made public on a day by their own or a guardian's consent."""
    valid = Consent.objects.valid_on(day).filter(person__token__in=set(tokens), purpose=Purpose.PUBLIC_NAME)
    return set(valid.values_list("person__token", flat=True))


def shown(notice: Notice, day: date | None = None) -> list[NoticeLine]:
    """The lines as they may be read on a day: a name whose consent is gone since is masked."""
    lines = list(notice.published)
    asked = {line.consent_of for line in lines if line.consent_of}
    good = consenting(asked, day or clock.today()) if asked else set()
    return [
        line if not line.consent_of or line.consent_of in good else line._replace(name=mask(line.name))
        for line in lines
    ]
