import youju.lib.clock
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='OwnIndicator',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=60, verbose_name='code')),
                ('version', models.PositiveIntegerField(verbose_name='version')),
                ('table', models.JSONField(verbose_name='definition')),
                ('proposed_at', models.DateTimeField(default=youju.lib.clock.now, verbose_name='proposed')),
                ('approved_at', models.DateTimeField(null=True, verbose_name='approved')),
            ],
            options={
                'ordering': ('code', 'version'),
                'abstract': False,
            },
        ),
    ]
