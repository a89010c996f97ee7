"""The topics with which a bureau begins; it renames, retires and adds as it needs."""

from typing import Any

_TOPICS = {
    "enrolment": "招生入学",
    "transfer": "转学学籍",
    "fees": "教育收费",
    "aid": "学生资助",
    "after-school": "课后服务",
    "canteen": "食堂饮食",
    "school-bus": "校车交通",
    "safety": "校园安全",
    "teaching": "教育教学",
    "conduct": "师德师风",
    "training": "校外培训",
    "exams": "考试考务",
    "staff": "教师人事",
    "buildings": "校园建设",
    "other": "其他",
}


def first_topics() -> list[tuple[str, dict[str, Any]]]:
    """Each row: its code, and the values of the register's form."""
    return [(code, {"name": name, "other_names": "", "since": None}) for code, name in _TOPICS.items()]
