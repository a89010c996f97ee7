import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('records', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Team',
            fields=[
                ('ledgered_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='records.ledgered')),
                ('change', models.CharField(choices=[('founded', 'founded'), ('dissolved', 'dissolved'), ('flagged', 'given their flags'), ('presented', 'presented by representatives')], max_length=12, verbose_name='what became of teams')),
                ('number', models.PositiveIntegerField(default=1, verbose_name='number')),
                ('publisher', models.CharField(blank=True, max_length=80, verbose_name='held by')),
            ],
            options={
                'verbose_name': 'record of volunteer teams',
                'verbose_name_plural': 'records of volunteer teams',
            },
            bases=('records.ledgered',),
        ),
    ]
