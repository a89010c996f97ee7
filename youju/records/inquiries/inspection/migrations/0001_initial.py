import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('orgs', '0001_initial'),
        ('records', '0002_original'),
    ]

    operations = [
        migrations.CreateModel(
            name='Inspection',
            fields=[
                ('ledgered_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='records.ledgered')),
                ('place', models.CharField(blank=True, max_length=80, verbose_name='place on site')),
                ('went', models.CharField(max_length=120, verbose_name='who went to see')),
                ('notes', models.TextField(max_length=2000, verbose_name='notes made on site')),
                ('seen', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.unit', verbose_name='unit gone to')),
            ],
            options={
                'verbose_name': 'on-site inspection',
                'verbose_name_plural': 'on-site inspections',
            },
            bases=('records.ledgered',),
        ),
        migrations.CreateModel(
            name='SiteFinding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.PositiveSmallIntegerField(editable=False)),
                ('text', models.CharField(max_length=200, verbose_name='found on site')),
                ('record', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='findings', to='inspection.inspection')),
            ],
            options={
                'verbose_name': 'found on site',
                'verbose_name_plural': 'found on site',
                'ordering': ['place'],
                'abstract': False,
            },
        ),
    ]
