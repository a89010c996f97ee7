"""Signing in belongs to no kind any more: the tables go over to ``youju.records.sign_in`` with their rows."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("session", "0002_sign_in")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.AlterModelTable("SignIn", "sign_in_signin"),
                migrations.AlterModelTable("Signed", "sign_in_signed"),
            ],
            state_operations=[
                migrations.DeleteModel("Signed"),
                migrations.DeleteModel("SignIn"),
            ],
        ),
    ]
