import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('records', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Holding',
            fields=[
                ('ledgered_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='records.ledgered')),
                ('name', models.CharField(blank=True, max_length=60, verbose_name='name of the title')),
                ('level', models.CharField(choices=[('school', 'school'), ('town', 'town'), ('county', 'county'), ('city', 'city'), ('province', 'province'), ('nation', 'national')], max_length=10, verbose_name='level')),
                ('issuer', models.CharField(blank=True, max_length=80, verbose_name='granted by')),
                ('document', models.CharField(blank=True, max_length=160, verbose_name='number or name of the decision')),
                ('ended_on', models.DateField(blank=True, null=True, verbose_name='no longer in force from')),
                ('ended_how', models.CharField(blank=True, choices=[('expired', 'ran out'), ('renewed', 'renewed by another grant'), ('upgraded', 'taken over by a higher level'), ('revoked', 'revoked'), ('given_up', 'given up')], max_length=10, verbose_name='how it ended')),
                ('ended_reason', models.CharField(blank=True, max_length=200, verbose_name='reason or decision')),
            ],
            options={
                'verbose_name': 'title held',
                'verbose_name_plural': 'titles held',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('ended_how', ''), ('ended_on', None)), models.Q(('ended_on__isnull', False), models.Q(('ended_how', ''), _negated=True)), _connector='OR'), name='what_ended_says_how')],
            },
            bases=('records.ledgered',),
        ),
    ]
