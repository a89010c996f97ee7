import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('records', '0002_original'),
    ]

    operations = [
        migrations.CreateModel(
            name='Incident',
            fields=[
                ('ledgered_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='records.ledgered')),
                ('noticed_at', models.DateTimeField(verbose_name='noticed at')),
                ('reported_at', models.DateTimeField(blank=True, null=True, verbose_name='reported to the leaders at')),
                ('link', models.URLField(blank=True, max_length=500, verbose_name='link to what is said')),
                ('finding', models.CharField(blank=True, choices=[('true', 'what is said is so'), ('partly', 'partly so'), ('untrue', 'not so')], max_length=8, verbose_name='what the facts say')),
                ('facts_found', models.TextField(blank=True, max_length=1000, verbose_name='the facts')),
                ('answered_at', models.DateTimeField(blank=True, null=True, verbose_name='first answered at')),
                ('answer', models.TextField(blank=True, max_length=2000, verbose_name='answer as it was published')),
                ('answer_link', models.URLField(blank=True, max_length=500, verbose_name='link to the answer')),
                ('passed_to', models.CharField(blank=True, max_length=80, verbose_name='passed on to')),
                ('review', models.TextField(blank=True, max_length=1000, verbose_name='looking back')),
                ('tasks', models.TextField(blank=True, max_length=1000, verbose_name='what is to be done better')),
            ],
            options={
                'verbose_name': 'incident',
                'verbose_name_plural': 'incidents',
            },
            bases=('records.ledgered',),
        ),
    ]
