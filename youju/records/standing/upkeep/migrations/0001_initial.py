import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('records', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Upkeep',
            fields=[
                ('ledgered_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='records.ledgered')),
                ('found', models.CharField(blank=True, max_length=400, verbose_name='what is broken')),
            ],
            options={
                'verbose_name': 'upkeep',
                'verbose_name_plural': 'upkeep',
            },
            bases=('records.ledgered',),
        ),
    ]
