"""Addresses that several tests of applications ask for."""

from typing import Any

from django.urls import reverse


def criterion(case: Any, number: int) -> str:
    return reverse("criterion", args=[case.ref, number])
