import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('orgs', '0001_initial'),
        ('records', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Service',
            fields=[
                ('ledgered_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='records.ledgered')),
                ('place', models.CharField(blank=True, max_length=80, verbose_name='place of the service')),
                ('minutes', models.PositiveSmallIntegerField(blank=True, default=0, verbose_name='minutes of each')),
                ('pupils', models.PositiveIntegerField(blank=True, default=0, verbose_name='pupils')),
                ('pupil_minutes', models.PositiveSmallIntegerField(blank=True, default=0, verbose_name='minutes of each pupil')),
            ],
            options={
                'verbose_name': 'volunteer service',
                'verbose_name_plural': 'volunteer services',
            },
            bases=('records.ledgered',),
        ),
        migrations.CreateModel(
            name='Served',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.PositiveSmallIntegerField(editable=False)),
                ('came', models.CharField(blank=True, max_length=5, verbose_name='signed in')),
                ('left', models.CharField(blank=True, max_length=5, verbose_name='signed out')),
                ('minutes', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='minutes, where nobody signed')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.person', verbose_name='person')),
                ('record', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='volunteers', to='service.service')),
            ],
            options={
                'verbose_name': 'volunteer at a service',
                'verbose_name_plural': 'volunteers at a service',
                'ordering': ['place'],
                'abstract': False,
            },
        ),
    ]
