
import django.db.models.deletion
import youju.lib.clock
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('evidence', '0001_initial'),
        ('orgs', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Snapshot',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('record_ref', models.CharField(db_index=True, max_length=40)),
                ('milestone', models.CharField(max_length=20)),
                ('seq', models.BigIntegerField(unique=True)),
            ],
        ),
        migrations.CreateModel(
            name='Occasion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(max_length=60, unique=True, verbose_name='code')),
                ('sort', models.CharField(choices=[('event', 'event'), ('campaign', 'campaign'), ('title', 'title'), ('trip', 'trip'), ('contest', 'contest')], max_length=10, verbose_name='sort')),
                ('name', models.CharField(max_length=80, verbose_name='name')),
                ('begins', models.DateField(blank=True, null=True, verbose_name='begins')),
                ('ends', models.DateField(blank=True, null=True, verbose_name='ends')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.unit', verbose_name='unit')),
            ],
            options={
                'verbose_name': 'occasion',
                'verbose_name_plural': 'occasions',
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='Attachment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('record_ref', models.CharField(db_index=True, max_length=40)),
                ('link', models.URLField(blank=True, max_length=500, verbose_name='link')),
                ('name', models.CharField(max_length=160, verbose_name='name')),
                ('grade', models.CharField(choices=[('none', 'no evidence'), ('stated', 'own statement'), ('file', 'file'), ('third_party', 'third party, open to check')], default='file', max_length=12, verbose_name='grade')),
                ('note', models.CharField(blank=True, max_length=200, verbose_name='what it shows')),
                ('added', models.DateTimeField(default=youju.lib.clock.now, verbose_name='added')),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='added by')),
                ('file', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='evidence.file', verbose_name='file')),
            ],
            options={
                'verbose_name': 'evidence',
                'verbose_name_plural': 'evidence',
                'ordering': ['id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('file__isnull', False), models.Q(('link', ''), _negated=True), _connector='OR'), name='evidence_is_a_file_or_a_link')],
            },
        ),
        migrations.CreateModel(
            name='Correction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('record_ref', models.CharField(db_index=True, max_length=40)),
                ('data', models.JSONField(verbose_name='values')),
                ('reason', models.CharField(max_length=400, verbose_name='reason')),
                ('asked_at', models.DateTimeField(default=youju.lib.clock.now, verbose_name='asked')),
                ('version', models.PositiveIntegerField()),
                ('state', models.CharField(choices=[('waiting', 'waiting'), ('accepted', 'accepted'), ('declined', 'declined')], default='waiting', max_length=10)),
                ('decided_at', models.DateTimeField(null=True, verbose_name='decided')),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='asked by')),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='decided by')),
            ],
            options={
                'verbose_name': 'correction',
                'verbose_name_plural': 'corrections',
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'waiting')), fields=('record_ref',), name='one_waiting_correction_per_record')],
            },
        ),
        migrations.CreateModel(
            name='OccasionAlias',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=80, verbose_name='name')),
                ('occasion', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='aliases', to='records.occasion')),
            ],
            options={
                'verbose_name': 'alias',
                'verbose_name_plural': 'aliases',
                'constraints': [models.UniqueConstraint(fields=('occasion', 'name'), name='one_alias_once_per_occasion')],
            },
        ),
        migrations.CreateModel(
            name='SnapshotItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
                ('name', models.CharField(max_length=60)),
                ('value', models.TextField(null=True)),
                ('salt', models.BinaryField(max_length=32, null=True)),
                ('digest', models.BinaryField(max_length=32)),
                ('snapshot', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='items', to='records.snapshot')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('snapshot', 'position'), name='one_item_per_position')],
            },
        ),
    ]
