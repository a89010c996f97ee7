import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("orgs", "0001_initial"), ("records", "0005_alerts_by_target")]

    operations = [
        migrations.AddField(
            "SheetJob",
            "unit",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="orgs.unit"
            ),
        ),
    ]
