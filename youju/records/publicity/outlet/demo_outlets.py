"""The outlets of the demo bureau: what the demo data of the section's kinds names."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from youju.orgs.actors import CONSOLE
from youju.records.publicity.outlet.models import Outlet
from youju.records.publicity.outlet.register import REGISTER
from youju.records.registers.register_verbs import register_add


@cache
def outlet_rows() -> tuple[dict[str, Any], ...]:
    """Each with code, name, sort, level and the host of its invented links, if it has one."""
    return tuple(tomllib.loads(Path(__file__).with_name("demo_rows.toml").read_text("utf-8"))["outlet"])


def write_outlets() -> None:
    """Add them, unless another kind's demo data has."""
    if Outlet.objects.exists():
        return
    for row in outlet_rows():
        values = {name: row[name] for name in ("name", "sort", "level")} | {"official": row.get("official", False)}
        values["other_names"] = "\n".join(row.get("other_names", ()))
        register_add(register=REGISTER, values=values, code=row["code"], actor=CONSOLE)


def outlets() -> dict[str, Outlet]:
    """By code, as they stand."""
    return {outlet.code: outlet for outlet in Outlet.objects.all() if isinstance(outlet, Outlet)}
