"""A list of names as people paste it."""

import pytest

from youju.orgs.named_persons import split_names


@pytest.mark.parametrize(
    ("pasted", "names"),
    [
        ("章清薇、何知棠，钱明宁", ["章清薇", "何知棠", "钱明宁"]),
        ("章清薇 何知棠\n钱明宁", ["章清薇", "何知棠", "钱明宁"]),
        ("1.章清薇 2.何知棠", ["章清薇", "何知棠"]),
        ("1、章清薇\n2、何知棠", ["章清薇", "何知棠"]),
        ("阿依古丽·买买提 王芳", ["阿依古丽·买买提", "王芳"]),
        ("王芳（青山小学、教师）、李强", ["王芳(青山小学、教师)", "李强"]),
        ("王 芳", ["王 芳"]),
        ("王　芳", ["王 芳"]),
        ("Wang Fang", ["Wang Fang"]),
        ("王芳", ["王芳"]),
        ("、，", []),
        ("", []),
    ],
)
def test_names_are_parted_and_one_name_is_not(pasted: str, names: list[str]):
    assert split_names(pasted) == names
