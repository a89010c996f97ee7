from typing import Any

import django.db.models.deletion
from django.db import migrations, models

_SERIES = {"online_work": "网评员会议", "publicity_work": "宣传工作会议", "contacts": "联络员会议"}


def fill(apps: Any, schema_editor: Any) -> None:
    """Meetings of before name their series by its code alone: give those codes rows of the register."""
    alias = schema_editor.connection.alias
    meetings = apps.get_model("regular_meeting", "RegularMeeting").objects.using(alias)
    series = apps.get_model("series", "Series").objects.using(alias)
    for code in meetings.order_by().values_list("sort", flat=True).distinct():
        row, _new = series.get_or_create(code=code, defaults={"name": _SERIES.get(code, code)})
        meetings.filter(sort=code).update(series=row)


class Migration(migrations.Migration):
    dependencies = [("regular_meeting", "0001_initial"), ("series", "0001_initial")]

    operations = [
        migrations.AddField(
            "RegularMeeting",
            "series",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="series.series",
                verbose_name="series of meetings",
            ),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
