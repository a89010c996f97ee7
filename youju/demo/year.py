"""What all kinds plan for one year of the demo bureau, in the order of its days."""

from collections.abc import Callable, Iterator
from importlib import import_module
from types import ModuleType

from youju.demo.scene import DemoScene
from youju.records.declared.planned import Planned, PlannedCase
from youju.records.kinds import kind_modules

Plan = Planned | PlannedCase


def begin_year(scene: DemoScene) -> None:
    """Let each kind write down what its records rest on: registers, teams. In the order of the kinds."""
    for module, its_scene in _modules(scene):
        begin: Callable[[DemoScene], None] | None = getattr(module, "begin", None)
        if begin is not None:
            begin(its_scene)


def planned_year(scene: DemoScene) -> list[Plan]:
    """Everything the bureau records of one year, in the order of its days."""
    return sorted(
        (plan for module, its_scene in _modules(scene) for plan in module.planned(its_scene)),
        key=lambda plan: plan.day,
    )


def _modules(scene: DemoScene) -> Iterator[tuple[ModuleType, DemoScene]]:
    for name in kind_modules("demo"):
        yield import_module(name), scene.of(name)
