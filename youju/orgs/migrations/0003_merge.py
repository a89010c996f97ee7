from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ("orgs", "0002_discipline_group"),
        ("orgs", "0002_ticket_purposes"),
    ]

    operations = []
