"""Many files begun by one member at the same moment: no more than may be on their way, nor than there is room for."""

from types import SimpleNamespace

import pytest

from tests.records.cast import make_cast
from tests.security.test_races import at_once
from youju.evidence.models import Transfer
from youju.evidence.transfers import transfer_begin
from youju.orgs.settings import SettingRow

TIMES = 64
MEGABYTE = 1024 * 1024

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def cast(transactional_db: None) -> SimpleNamespace:
    return make_cast()


def test_so_many_files_and_no_more(cast: SimpleNamespace) -> None:
    done = at_once(*[lambda: transfer_begin(member=cast.bob.token, name="a.jpg", size=1)] * TIMES)
    assert (done.count("done"), Transfer.objects.count()) == (60, 60)


def test_so_many_bytes_and_no_more(cast: SimpleNamespace) -> None:
    SettingRow.objects.create(code="member_megabytes", value="3")
    done = at_once(*[lambda: transfer_begin(member=cast.bob.token, name="a.jpg", size=MEGABYTE)] * TIMES)
    assert (done.count("done"), Transfer.objects.count()) == (3, 3)
