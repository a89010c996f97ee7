"""Every process of a test run has a home of its own."""

import os
from pathlib import Path

from django.conf import settings


def test_settings_were_loaded_with_the_home_of_this_process():
    assert Path(os.environ["YOUJU_HOME"]).resolve() == settings.HOME
