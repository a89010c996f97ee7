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
        migrations.AlterField(
            "Alert",
            "sort",
            models.CharField(
                choices=[
                    ("returned", "was returned"),
                    ("closed", "was closed as told already"),
                    ("verified", "is verified and counts"),
                    ("voided", "was voided"),
                    ("accepted", "the change you asked for was accepted"),
                    ("declined", "the change you asked for was declined"),
                    ("asked", "is yours to do"),
                    ("overdue", "is overdue"),
                    ("gap", "has days without anybody on duty"),
                    ("lapsing", "runs out soon"),
                    ("moved_on", "has news from the bureau"),
                    ("due_soon", "falls due soon"),
                    ("due_over", "was due and is not met"),
                    ("commented", "has a comment"),
                    ("settled", "your comment was settled"),
                    ("objected", "has an objection"),
                    ("answered", "your objection was answered"),
                ],
                max_length=10,
                verbose_name="sort",
            ),
        ),
    ]
