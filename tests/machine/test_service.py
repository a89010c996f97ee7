import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse

from youju.machine.installed import NAMES, UNITS, example
from youju.orgs.actors import CONSOLE
from youju.orgs.setting_verbs import setting_change

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", NAMES)
def test_every_place_of_an_example_is_filled_in(name):
    text = example(name, port=8123)
    assert "$youju" not in text and "$home" not in text and "${" not in text
    assert text.startswith("# /etc/")


@pytest.mark.parametrize("name", UNITS)
def test_a_unit_starts_this_installation_on_its_own_data(name):
    text = example(name, port=8123)
    assert f'Environment="YOUJU_HOME={settings.HOME}"' in text
    assert str(Path(sys.executable).parent) in text


def test_no_password_is_printed(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://youju:geheim@db/youju")
    assert "geheim" not in "".join(example(name, port=8000) for name in NAMES)


def test_a_proxy_stands_before_the_public_address(settings):
    settings.PUBLIC_URL = "https://youju.yunxi.example"
    assert "server_name youju.yunxi.example;" in example("nginx", port=8000)
    assert example("caddy", port=8000).count("youju.yunxi.example {") == 1


def test_codes_of_tickets_stand_in_no_log_of_nginx():
    text = example("nginx", port=8000)
    assert "~^/t/   0;" in text and text.count("combined if=$logged;") == 2


def test_names_of_households_that_are_sought_stand_in_no_log_of_nginx():
    assert f"~^{reverse('visited')} 0;" in example("nginx", port=8000)


def test_nginx_variables_stay_its_own():
    assert "X-Forwarded-For $remote_addr;" in example("nginx", port=8000)
    assert "$request_uri" in example("nginx", port=8000)


def test_the_site_may_write_where_the_settings_put_backups(tmp_path):
    setting_change(name="backup_place", text=str(tmp_path), actor=CONSOLE)
    assert f"ReadWritePaths={settings.HOME} {tmp_path}\n" in example("serve", port=8000)
    assert f'file="{tmp_path}/weekly-$$(date +%%F).youju"' in example("backup", port=8000)


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
def test_systemd_takes_the_units(tmp_path: Path):
    """Each part under the name of its first line; what systemd does not understand it says on stderr."""
    for text in (example(name, port=8000) for name in UNITS):
        for part in re.split(r"^(?=# /etc/systemd/system/)", text, flags=re.MULTILINE):
            if part:
                (tmp_path / part.partition("\n")[0].rpartition("/")[2]).write_text(part, "utf-8")
    units = sorted(str(file) for file in tmp_path.iterdir())
    assert len(units) == 5
    done = subprocess.run(["systemd-analyze", "verify", *units], capture_output=True, text=True, check=False)
    assert not [line for line in done.stderr.splitlines() if str(tmp_path) in line or "youju" in line]
