import youju.lib.clock
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='KeptText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=120, verbose_name='name of the document')),
                ('text', models.TextField(verbose_name='text')),
                ('period', models.CharField(max_length=24, verbose_name='year or period')),
                ('names', models.TextField(blank=True, verbose_name='names that stand for units')),
                ('told', models.JSONField(default=list, verbose_name='verdicts')),
                ('ledger_size', models.BigIntegerField(verbose_name='entries of the ledger')),
                ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                ('at', models.DateTimeField(default=youju.lib.clock.now, verbose_name='kept')),
                ('once', models.CharField(editable=False, max_length=64, null=True, unique=True)),
            ],
            options={
                'verbose_name': 'kept text',
                'verbose_name_plural': 'kept texts',
                'ordering': ['-at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Remembered',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('subject', models.CharField(max_length=120, verbose_name='what is counted')),
                ('word', models.CharField(max_length=20, verbose_name='sort of measure word')),
                ('scope', models.CharField(blank=True, max_length=60, verbose_name='level and place')),
                ('target', models.CharField(max_length=240, verbose_name='figure')),
                ('name', models.CharField(max_length=240, verbose_name='name of the figure')),
                ('at', models.DateTimeField(default=youju.lib.clock.now, verbose_name='bound')),
                ('taken_back_at', models.DateTimeField(blank=True, null=True, verbose_name='taken back at')),
            ],
            options={
                'verbose_name': 'remembered binding',
                'verbose_name_plural': 'remembered bindings',
                'ordering': ['-at', '-pk'],
            },
        ),
    ]
