import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('orgs', '0001_initial'),
        ('records', '0001_initial'),
        ('title', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='AwardList',
            fields=[
                ('ledgered_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='records.ledgered')),
                ('document', models.CharField(blank=True, max_length=80, verbose_name='number of the decision')),
                ('issuer', models.CharField(blank=True, max_length=120, verbose_name='issued the decision')),
            ],
            options={
                'verbose_name': 'award list',
                'verbose_name_plural': 'award lists',
            },
            bases=('records.ledgered',),
        ),
        migrations.CreateModel(
            name='Holder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.PositiveSmallIntegerField(editable=False)),
                ('pupils', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='pupils, by number')),
                ('category', models.CharField(editable=False, max_length=60)),
                ('level', models.CharField(editable=False, max_length=10)),
                ('minor', models.BooleanField(default=False, editable=False)),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.person', verbose_name='holder')),
                ('record', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='holders', to='award.awardlist')),
                ('title', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='title.title', verbose_name='title given')),
                ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.unit', verbose_name='unit of the holder')),
            ],
            options={
                'verbose_name': 'holder',
                'verbose_name_plural': 'holders',
                'ordering': ['place'],
                'abstract': False,
            },
        ),
    ]
