"""Each measure belongs to one kind, so that nothing is counted twice; none counts what people say."""

from collections import Counter

from django.apps import apps

from youju.records.kinds import kinds, other_measures

_NEVER_COUNTED = ("comment", "repost", "heat", "complaint", "opinion", "sentiment")
_NEVER_KEPT = ("poster", "account", "nickname", "commenter", "screen_name", "ip_address")


def test_a_measure_has_one_kind():
    declared = [*(kind.measures for kind in kinds()), *other_measures().values()]
    codes = Counter(each.code for measures in declared for each in measures)
    assert codes
    assert [code for code, times in codes.items() if times > 1] == []


def test_categories_are_declared_once():
    """A table that two measures of a kind repeat would have its names and aliases kept in two places."""
    for kind in kinds():
        tables = {id(each.categories): each.categories for each in kind.measures if each.categories}
        assert len({tuple(table.items()) for table in tables.values()}) == len(tables), kind.code


def test_no_measure_counts_comments_complaints_or_heat():
    words = {word for kind in kinds() for each in kind.measures for word in each.code.replace("_", ".").split(".")}
    assert not {word for word in words for never in _NEVER_COUNTED if word in (never, f"{never}s")}


def test_no_table_has_a_field_for_who_posted_something():
    ours = [model for model in apps.get_models() if model.__module__.startswith("youju.")]
    assert not [
        f"{model.__name__}.{field.name}"
        for model in ours
        for field in model._meta.get_fields()
        if any(never in field.name for never in _NEVER_KEPT)
    ]
