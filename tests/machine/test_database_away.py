"""PostgreSQL is stopped under the running site: visitors are told to wait, not that something broke."""

from contextlib import ExitStack
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.machine.installation import Installation
from tests.postgres import postgres_server


def test_the_site_answers_503_with_a_time_to_try_again(tmp_path: Path):
    with ExitStack() as database:
        url = database.enter_context(postgres_server())
        site = Installation(tmp_path, DATABASE_URL=url).found()
        with site.serving() as port:
            database.close()
            asked = Request(f"http://127.0.0.1:{port}/records/", headers={"Cookie": "sessionid=abc"})
            with pytest.raises(HTTPError) as answered:
                urlopen(asked, timeout=30)
            said = answered.value.read().decode()
    assert (answered.value.code, answered.value.headers["Retry-After"]) == (503, "10")
    assert "数据库暂时没有响应" in said
