"""A reason is read by others: nothing in it that nobody sees, or that shows it in another order than it is kept in."""

import pytest

from youju.orgs.errors import ReasonMissing
from youju.orgs.reasons import given_reason


def test_what_nobody_sees_is_not_kept():
    assert given_reason(" 请\u202e核\0对\u200b户数\ud800\n第二行 ") == "请核对户数\n第二行"


def test_of_characters_that_nobody_sees_alone_no_reason_is_made():
    with pytest.raises(ReasonMissing):
        given_reason("\u200b\u202e \0")
