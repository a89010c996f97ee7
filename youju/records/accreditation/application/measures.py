"""What applications count, by the titles that holdings know."""

from dataclasses import replace
from pathlib import Path

from youju.records.accreditation.holding.models import HELD
from youju.records.counting.measures import load_measures

MEASURES = tuple(replace(measure, categories=HELD.categories) for measure in load_measures(Path(__file__).parent))
