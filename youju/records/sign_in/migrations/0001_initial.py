"""The tables that came from study sessions; they now hang on records of any kind."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import youju.lib.clock

_HOW = [("code", "by code"), ("hand", "by the organiser")]


class Migration(migrations.Migration):
    initial = True
    dependencies = [
        ("orgs", "0001_initial"),
        ("records", "0004_release"),
        ("session", "0003_sign_in_of_all_kinds"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="SignIn",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("secret", models.BinaryField()),
                        ("code", models.CharField(max_length=40)),
                        ("begins", models.DateTimeField(verbose_name="begins")),
                        ("opened_at", models.DateTimeField(default=youju.lib.clock.now, verbose_name="opened at")),
                        ("closed_at", models.DateTimeField(null=True, verbose_name="closed at")),
                        ("opened_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="opened by")),
                        ("session", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name="sign_in", to="session.studysession")),
                    ],
                    options={"verbose_name": "sign-in", "verbose_name_plural": "sign-ins"},
                ),
                migrations.CreateModel(
                    name="Signed",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("how", models.CharField(choices=_HOW, max_length=8, verbose_name="how signed in")),
                        ("device", models.CharField(max_length=64, null=True)),
                        ("at", models.DateTimeField(default=youju.lib.clock.now, verbose_name="signed in at")),
                        ("person", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="orgs.person", verbose_name="person")),
                        ("sign_in", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="signed", to="sign_in.signin")),
                    ],
                    options={
                        "verbose_name": "person signed in",
                        "verbose_name_plural": "persons signed in",
                        "ordering": ["at", "id"],
                        "constraints": [
                            models.UniqueConstraint(fields=("sign_in", "person"), name="one_name_once_per_sign_in"),
                            models.UniqueConstraint(fields=("sign_in", "device"), name="one_name_per_telephone"),
                        ],
                    },
                ),
            ],
        ),
        migrations.RenameField("signin", "session", "record"),
        migrations.AlterField(
            "signin",
            "record",
            models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name="sign_in", to="records.ledgered"),
        ),
        migrations.AddField("signed", "left", models.DateTimeField(null=True, verbose_name="signed out at")),
    ]
