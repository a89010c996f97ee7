import youju.lib.clock
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Tick',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('job', models.CharField(max_length=30, verbose_name='job')),
                ('key', models.CharField(max_length=80, verbose_name='key')),
                ('done_at', models.DateTimeField(db_index=True, default=youju.lib.clock.now, verbose_name='done at')),
                ('said', models.TextField(blank=True, verbose_name='result')),
            ],
            options={
                'verbose_name': 'tick',
                'verbose_name_plural': 'ticks',
                'constraints': [models.UniqueConstraint(fields=('job', 'key'), name='each_tick_once')],
            },
        ),
    ]
