"""The cast, with payment at the office and by WeChat Pay set up."""

from __future__ import annotations

from types import SimpleNamespace

import pytest


@pytest.fixture
def shop(db: None, monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    from tests.orders.gateway import wechat
    from tests.records.cast import make_cast, member
    from youju.orders import buying, goods, refunding
    from youju.orders.providers.office import Office
    from youju.orgs.members import Role

    cast = make_cast()
    cast.frank = member("frank", cast.county, Role.OFFICER)
    ways = {"offline": Office(), "wechat": wechat()}
    for module in (buying, goods):
        monkeypatch.setattr(module, "providers", lambda: ways)
    monkeypatch.setattr(refunding, "find_provider", ways.get)
    return cast
