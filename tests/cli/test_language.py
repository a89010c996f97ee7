import pytest


def test_it_speaks_chinese_unless_told_otherwise(youju):
    said = youju("--help")
    assert (said.status, said.err) == (0, "")
    assert "用法：" in said.out
    assert "核对台账" in said.out


@pytest.mark.parametrize("group", [[], ["ledger"], ["summary"], ["plan"], ["calendar"]])
def test_commands_are_listed_by_a_whole_sentence(youju, group):
    listed = youju(*group, "--help").out.partition("命令:")[2].split()
    assert listed and not [word for word in listed if word.endswith("...")]


def test_it_takes_the_language_before_the_command(youju):
    assert "Usage:" in youju("--lang", "en", "doctor", "--help").out


def test_it_takes_the_language_after_the_command(youju):
    assert "Say in plain words" in youju("doctor", "--help", "--lang=en").out


def test_it_refuses_a_language_it_does_not_speak(youju):
    said = youju("doctor", "--lang", "fr")
    assert (said.status, said.out) == (2, "")
    assert "--lang zh" in said.err
