"""Links as people paste them."""

import pytest

from youju.lib.links import bare_link, find_link, link_spellings


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("https://a.example.com/x/1", "https://a.example.com/x/1"),
        ("HTTP://WWW.A.example.com:80/x/1/#top", "http://www.a.example.com/x/1/"),
        ("【看】https://a.example.com/x?id=3&utm_source=wx&from=timeline，转发", "https://a.example.com/x?id=3"),
        ("a.example.com/x", "https://a.example.com/x"),
        ("https://a.example.com:8443/x", "https://a.example.com:8443/x"),
        ("https://a.example.com/app/#/news/7", "https://a.example.com/app/#/news/7"),
        ("第三版", ""),
        ("http://localhost/x", ""),
        ("http://[::1", ""),
        ("", ""),
    ],
)
def test_a_link_is_found_and_still_opens(text: str, link: str):
    assert find_link(text) == link


def test_spellings_of_one_address_are_one():
    spelled = link_spellings("http://www.a.example.com/x/")
    assert {"https://a.example.com/x", "http://a.example.com/x/", "https://www.a.example.com/x"} <= spelled
    assert {bare_link(link) for link in spelled} == {"a.example.com/x"}
