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
            name='Thing',
            fields=[
                ('ledgered_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='records.ledgered')),
                ('topic', models.CharField(blank=True, choices=[('thought_research', 'educational thought research'), ('heritage', 'local heritage'), ('patriotic', 'patriotic education'), ('online_opinion', 'public opinion online')], max_length=20, verbose_name='topic')),
                ('place', models.CharField(blank=True, max_length=120, verbose_name='place or medium')),
                ('document', models.CharField(blank=True, max_length=160, verbose_name='decision or document')),
                ('closed_on', models.DateField(blank=True, null=True, verbose_name='ended on')),
            ],
            options={
                'verbose_name': 'standing thing',
                'verbose_name_plural': 'standing things',
            },
            bases=('records.ledgered',),
        ),
        migrations.CreateModel(
            name='Part',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.PositiveSmallIntegerField(editable=False)),
                ('since', models.DateField(verbose_name='from when on')),
                ('until', models.DateField(blank=True, null=True, verbose_name='until, the first day without it')),
                ('unlisted', models.BooleanField(default=False, editable=False)),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.person', verbose_name='person')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.unit', verbose_name='unit')),
                ('record', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='listed', to='thing.thing')),
            ],
            options={
                'verbose_name': 'participation',
                'verbose_name_plural': 'participations',
                'ordering': ['place'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('record', 'place'), name='one_part_per_place')],
            },
        ),
    ]
