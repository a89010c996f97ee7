import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('seq', models.BigIntegerField(primary_key=True, serialize=False)),
                ('kind', models.TextField(choices=[('post', 'posted'), ('amend', 'amended'), ('void', 'voided')])),
                ('voids', models.BigIntegerField(null=True, unique=True)),
                ('record_ref', models.TextField()),
                ('milestone', models.TextField()),
                ('unit', models.TextField()),
                ('actor', models.TextField()),
                ('at', models.DateTimeField()),
                ('commitment', models.BinaryField()),
                ('facts_digest', models.BinaryField()),
                ('leaf', models.BinaryField()),
            ],
            options={
                'ordering': ('seq',),
                'indexes': [models.Index(fields=['record_ref', 'milestone', 'seq'], name='entry_by_ref')],
            },
        ),
        migrations.CreateModel(
            name='Node',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('level', models.SmallIntegerField()),
                ('index', models.BigIntegerField()),
                ('hash', models.BinaryField()),
            ],
            options={
                'ordering': ('level', 'index'),
                'constraints': [models.UniqueConstraint(fields=('level', 'index'), name='one_node_per_place')],
            },
        ),
        migrations.CreateModel(
            name='RowDigest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('seq', models.BigIntegerField()),
                ('table', models.CharField(max_length=60)),
                ('row', models.CharField(max_length=40)),
                ('names', models.TextField()),
                ('salt', models.BinaryField()),
                ('digest', models.BinaryField()),
            ],
            options={
                'indexes': [models.Index(fields=['table', 'row', 'seq'], name='row_digest_by_row')],
                'constraints': [models.UniqueConstraint(fields=('seq', 'table', 'row'), name='one_digest_of_a_row_per_entry')],
            },
        ),
        migrations.CreateModel(
            name='Fact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('unit', models.TextField()),
                ('period', models.IntegerField()),
                ('day', models.DateField()),
                ('measure', models.TextField()),
                ('category', models.TextField()),
                ('level', models.TextField()),
                ('occasion', models.TextField()),
                ('subject', models.TextField()),
                ('quantity', models.BigIntegerField()),
                ('n', models.SmallIntegerField()),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='facts', to='ledger.entry')),
            ],
            options={
                'ordering': ('id',),
                'indexes': [models.Index(fields=['period', 'measure', 'category', 'level', 'occasion', 'unit', 'quantity', 'n', 'entry'], name='fact_cover')],
            },
        ),
    ]
