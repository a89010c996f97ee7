"""A wording as somebody might write it down."""

from typing import Any


def sample() -> dict[str, Any]:
    """Values for a wording about fees, for questions of any topic."""
    return {
        "name": "收费标准答复",
        "topic": None,
        "sort": "question",
        "text": "您好！您咨询的“{事项}”收悉。收费标准为{收费标准}。",
        "basis": "县课后服务收费办法",
        "other_names": "收费用语",
    }
