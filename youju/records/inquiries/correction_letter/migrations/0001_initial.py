import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('records', '0002_original'),
    ]

    operations = [
        migrations.CreateModel(
            name='CorrectionLetter',
            fields=[
                ('ledgered_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='records.ledgered')),
                ('mark', models.CharField(max_length=12, verbose_name='mark of the issuer')),
                ('addressee', models.CharField(max_length=80, verbose_name='addressee')),
                ('body', models.TextField(max_length=5000, verbose_name='text of the letter')),
                ('link', models.URLField(blank=True, max_length=500, verbose_name='link to what it answers or corrects')),
                ('contact', models.CharField(blank=True, max_length=60, verbose_name='contact for questions')),
                ('year', models.PositiveSmallIntegerField(null=True)),
                ('number', models.PositiveIntegerField(null=True, verbose_name='number of the letter')),
                ('issued_on', models.DateField(null=True, verbose_name='signed on')),
            ],
            options={
                'verbose_name': 'official letter',
                'verbose_name_plural': 'official letters',
                'constraints': [models.UniqueConstraint(fields=('mark', 'year', 'number'), name='one_letter_per_number')],
            },
            bases=('records.ledgered',),
        ),
    ]
