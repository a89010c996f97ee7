import pytest
from django.core.exceptions import ImproperlyConfigured

from youju.config.address import NOWHERE, proxy_address, public_address


@pytest.mark.parametrize(
    ("text", "origin", "host", "secure"),
    [
        ("https://youju.example", "https://youju.example", "youju.example", True),
        ("https://youju.example:443/", "https://youju.example", "youju.example", True),
        ("https://Youju.example:8443", "https://youju.example:8443", "youju.example", True),
        ("http://10.1.2.3:8000", "http://10.1.2.3:8000", "10.1.2.3", False),
        ("https://[::1]:8443", "https://[::1]:8443", "[::1]", True),
    ],
)
def test_it_reads_an_address(text, origin, host, secure):
    assert public_address(text) == (origin, host, secure)


def test_nothing_is_nowhere():
    assert public_address("  ") == NOWHERE


@pytest.mark.parametrize(
    "text", ["youju.example", "ftp://x", "https://", "https://a/b", "https://a:b", "https://[a", "https://u@a", "//a"]
)
def test_it_refuses_what_is_no_address_of_a_site(text):
    with pytest.raises(ImproperlyConfigured, match="YOUJU_PUBLIC_URL"):
        public_address(text)


def test_a_proxy_is_named_by_its_address_only():
    assert (proxy_address(""), proxy_address("[::1]"), proxy_address("127.0.0.1")) == ("", "::1", "127.0.0.1")
    with pytest.raises(ImproperlyConfigured, match="YOUJU_TRUSTED_PROXY"):
        proxy_address("*")
