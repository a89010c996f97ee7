import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('records', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Statistic',
            fields=[
                ('ledgered_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='records.ledgered')),
                ('category', models.CharField(blank=True, max_length=40, verbose_name='category')),
                ('level', models.CharField(blank=True, choices=[('school', '校级'), ('town', '镇级'), ('county', '县级'), ('city', '市级'), ('province', '省级'), ('nation', '国家级')], max_length=10, verbose_name='level')),
                ('quantity', models.BigIntegerField(verbose_name='quantity')),
                ('whole', models.BigIntegerField(blank=True, null=True, verbose_name='out of')),
                ('publisher', models.CharField(blank=True, max_length=80, verbose_name='published by')),
                ('document', models.CharField(blank=True, max_length=160, verbose_name='source document')),
            ],
            options={
                'verbose_name': 'statistic',
                'verbose_name_plural': 'statistics',
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('quantity__gte', 0)), name='statistic_quantity_is_not_negative'), models.CheckConstraint(condition=models.Q(('whole', None), ('quantity__lte', models.F('whole')), _connector='OR'), name='statistic_part_fits_its_whole')],
            },
            bases=('records.ledgered',),
        ),
    ]
