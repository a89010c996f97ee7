"""By what those who answered were asked: figures over surveys are compared only where the question agrees."""

from collections.abc import Sequence

from youju.records.reviews.survey.models import Survey


def questions_behind(refs: Sequence[str]) -> dict[str, str]:
    """By the reference of each survey the fingerprint of the question that satisfaction is counted by."""
    surveys = Survey.objects.filter(ref__in=refs).prefetch_related("questions")
    return {survey.ref: survey.key_question.fingerprint for survey in surveys if survey.key_question}
