import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('records', '0002_original'),
    ]

    operations = [
        migrations.CreateModel(
            name='RegularMeeting',
            fields=[
                ('ledgered_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='records.ledgered')),
                ('place', models.CharField(blank=True, max_length=80, verbose_name='where')),
                ('chair', models.CharField(blank=True, max_length=40, verbose_name='chaired by')),
            ],
            options={
                'verbose_name': 'regular meeting',
                'verbose_name_plural': 'regular meetings',
            },
            bases=('records.ledgered',),
        ),
        migrations.CreateModel(
            name='AgendaItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.PositiveSmallIntegerField(editable=False)),
                ('about', models.CharField(max_length=120, verbose_name='item of the agenda')),
                ('outcome', models.CharField(blank=True, max_length=200, verbose_name='what was decided')),
                ('record', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='agenda', to='regular_meeting.regularmeeting')),
            ],
            options={
                'verbose_name': 'item of the agenda',
                'verbose_name_plural': 'items of the agenda',
                'ordering': ['place'],
                'abstract': False,
            },
        ),
    ]
