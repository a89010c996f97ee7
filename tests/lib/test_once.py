"""What is asked once: one answer within a request, a new one as soon as it was changed."""

from youju.lib.once import asked_once, forget, once

asked: list[int] = []


def question() -> int:
    asked.append(len(asked))
    return asked[-1]


def test_a_question_is_asked_once_within_a_request_and_anew_in_the_next():
    with asked_once():
        first = once(question)
        assert once(question) == first
    with asked_once():
        assert once(question) == first + 1


def test_without_a_request_it_is_asked_each_time():
    assert once(question) + 1 == once(question)


def test_what_was_changed_is_asked_anew():
    with asked_once():
        first = once(question)
        forget(question)
        assert once(question) == first + 1
    forget(question)  # nothing is kept, nothing to forget
