import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('outlet', '0001_initial'),
        ('records', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Brief',
            fields=[
                ('ledgered_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='records.ledgered')),
                ('level', models.CharField(choices=[('school', 'school'), ('town', 'town'), ('county', 'county'), ('city', 'city'), ('province', 'province'), ('nation', 'national')], max_length=10, verbose_name='level of the bulletin')),
                ('adopted_on', models.DateField(blank=True, null=True, verbose_name='adopted on')),
                ('issue', models.CharField(blank=True, max_length=60, verbose_name='issue')),
                ('adopter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='outlet.outlet', verbose_name='submitted to')),
            ],
            options={
                'verbose_name': 'brief',
                'verbose_name_plural': 'briefs',
            },
            bases=('records.ledgered',),
        ),
    ]
