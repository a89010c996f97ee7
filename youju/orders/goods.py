"""What can be downloaded, and on what terms: for everybody, for members, or for money."""

from enum import Enum
from typing import NamedTuple

from youju.orders.providers.configured import providers
from youju.orgs.settings import setting


class Terms(Enum):
    FREE = "free"
    MEMBERS = "members"
    PAID = "paid"


class Goods(NamedTuple):
    """price: in fen; 0 unless it is to be paid."""

    ref: str
    title: str
    price: int
    terms: Terms


def goods(*, ref: str, title: str, price: int, must_be_public: bool) -> Goods:
    """On what terms something is had today. price: in fen, as its editor set it.

    What must be public is free for everybody. A price counts only while there is a way to pay it.
    """
    if must_be_public:
        return Goods(ref, title, 0, Terms.FREE)
    if price and providers():
        return Goods(ref, title, price, Terms.PAID)
    return Goods(ref, title, 0, Terms.MEMBERS if setting("free_downloads") == "members" else Terms.FREE)


def is_selling() -> bool:
    """Whether the bureau has set up any way to pay. Until then nothing of orders is shown."""
    return bool(providers())
