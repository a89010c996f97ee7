"""Links as people paste them."""

import pytest

from youju.lib.links import find_link


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("https://a.example.com/x/1", "https://a.example.com/x/1"),
        ("HTTP://WWW.A.example.com:80/x/1/#top", "https://a.example.com/x/1"),
        ("【看】https://a.example.com/x?id=3&utm_source=wx&from=timeline，转发", "https://a.example.com/x?id=3"),
        ("a.example.com/x", "https://a.example.com/x"),
        ("https://a.example.com:8443/x", "https://a.example.com:8443/x"),
        ("第三版", ""),
        ("http://localhost/x", ""),
        ("http://[::1", ""),
        ("", ""),
    ],
)
def test_a_link_is_found_and_written_in_one_way(text: str, link: str):
    assert find_link(text) == link
