"""Whatever stands behind the question mark of any page: an answer, never a fault of ours."""

from types import SimpleNamespace

import pytest
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.records.cast import verified, visits
from tests.security import hostile

NAMES = ("page", "unit", "period", "text", "state", "category", "month", "by", "ticked", "empty", "sort",
         "order", "order_by", "sort", "next", "version")  # fmt: skip


def _pages(ref: str) -> list[str]:
    return [
        reverse("workbench"),
        reverse("record-list", args=["statistics"]),
        reverse("record-list", args=["study"]),
        reverse("record-new", args=["statistic"]),
        reverse("record", args=[ref]),
        reverse("review"),
        reverse("figures"),
        reverse("figure", args=["exam.candidates"]),
        reverse("summary", args=[2025]),
        reverse("check"),
        reverse("login"),
    ]


@pytest.mark.parametrize("forged", [{}, {"HX-Request": "true", "HX-Target": "<x>", "HX-Current-URL": "javascript:x"}])
def test_no_parameter_of_any_page_makes_a_fault(cast: SimpleNamespace, desk: Desk, forged: dict[str, str]):
    record = verified(visits(cast.bob, cast.hill), cast.bob, cast.alice)
    client = desk(cast.alice)
    client.raise_request_exception = False
    for page in _pages(record.ref):
        each = [f"{name}={value}" for name in NAMES for value in hostile.queries()] if hostile.ALL or not forged else []
        every = ["&".join(f"{name}={value}" for name in NAMES) for value in hostile.QUERIES]
        for query in each + every:
            answer = client.get(f"{page}?{query}", headers=forged)
            assert answer.status_code < 500, f"{page}?{query[:80]}"
            assert "<script>alert" not in answer.text, f"{page}?{query[:80]}"


@pytest.mark.parametrize(
    "path",
    [
        "/evidence/99999999999999999999999/",
        "/record/study-9/", "/record/" + "a" * 5000 + "/",
        "/record/study-%00/", "/records/%00/", "/figure/%00/", "/figure/..%2f..%2fetc/", "/summary/0/", "/summary/1/",
        "/summary/9999/", "/summary/99999999999999999999/", "/records/study/%2e%2e/", "//evil.example/", "/%5cevil/",
        "/static/../secret-key", "/static/%2e%2e/secret-key", "/static/..%2fsecret-key",
    ],
)  # fmt: skip
def test_no_address_makes_a_fault(cast: SimpleNamespace, desk: Desk, path: str):
    client = desk(cast.alice)
    client.raise_request_exception = False
    for method in (client.get, client.post, client.head, client.put, client.delete, client.options):
        answer = method(path)
        assert 400 <= answer.status_code < 500 or path.startswith("//"), (path, answer.status_code)
