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
            name='Confirmation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('seq', models.BigIntegerField(unique=True, verbose_name='entry')),
                ('record_ref', models.CharField(db_index=True, max_length=40)),
                ('at', models.DateTimeField(default=youju.lib.clock.now, verbose_name='time')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='confirmed by')),
            ],
            options={
                'verbose_name': 'confirmation',
                'verbose_name_plural': 'confirmations',
                'ordering': ['seq'],
            },
        ),
        migrations.CreateModel(
            name='Occasion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(max_length=60, unique=True, verbose_name='code')),
                ('sort', models.CharField(choices=[('event', 'event'), ('campaign', 'campaign'), ('title', 'title'), ('trip', 'trip'), ('contest', 'contest'), ('thing', 'standing thing')], max_length=10, verbose_name='sort')),
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
            name='SheetJob',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('token', models.CharField(max_length=32, unique=True)),
                ('kind', models.CharField(max_length=20)),
                ('name', models.CharField(max_length=120)),
                ('content', models.BinaryField()),
                ('submit', models.BooleanField(default=False)),
                ('stage', models.CharField(choices=[('checking', 'being checked'), ('checked', 'checked'), ('importing', 'being imported'), ('done', 'imported'), ('refused', 'refused'), ('failed', 'broken off')], default='checking', max_length=10)),
                ('counts', models.JSONField(default=dict)),
                ('problems', models.JSONField(default=list)),
                ('notes', models.JSONField(default=list)),
                ('faults', models.PositiveIntegerField(default=0)),
                ('created_at', models.DateTimeField(default=youju.lib.clock.now)),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'import',
                'verbose_name_plural': 'imports',
            },
        ),
        migrations.CreateModel(
            name='Alert',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort', models.CharField(choices=[('returned', 'was returned'), ('closed', 'was closed as told already'), ('verified', 'is verified and counts'), ('voided', 'was voided'), ('accepted', 'the change you asked for was accepted'), ('declined', 'the change you asked for was declined'), ('asked', 'is yours to do'), ('overdue', 'is overdue'), ('lapsing', 'runs out soon'), ('moved_on', 'has news from the bureau'), ('due_soon', 'falls due soon'), ('due_over', 'was due and is not met')], max_length=10, verbose_name='sort')),
                ('target', models.CharField(max_length=40, verbose_name='what it is about')),
                ('at', models.DateTimeField(default=youju.lib.clock.now, verbose_name='time')),
                ('read_at', models.DateTimeField(null=True, verbose_name='read')),
                ('mailed_at', models.DateTimeField(null=True, verbose_name='sent by mail')),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='member')),
            ],
            options={
                'verbose_name': 'alert',
                'verbose_name_plural': 'alerts',
                'ordering': ['-at', '-pk'],
                'indexes': [models.Index(fields=['member', 'read_at'], name='alerts_unread')],
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
                ('role', models.CharField(choices=[('minutes', 'minutes'), ('sign_in', 'sign-in sheet'), ('photo', 'photo'), ('clipping', 'clipping'), ('decision', 'document of the decision'), ('consent', 'consent'), ('other', 'other')], default='other', max_length=12, verbose_name='what it is')),
                ('note', models.CharField(blank=True, max_length=200, verbose_name='what it shows')),
                ('added', models.DateTimeField(default=youju.lib.clock.now, verbose_name='added')),
                ('proposed', models.CharField(blank=True, choices=[('none', 'no evidence'), ('stated', 'own statement'), ('file', 'file'), ('third_party', 'third party, open to check')], max_length=12, verbose_name='proposed grade')),
                ('after_verifying', models.BooleanField(default=False, verbose_name='added after verifying')),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='added by')),
                ('file', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='evidence.file', verbose_name='file')),
                ('graded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='graded by')),
            ],
            options={
                'verbose_name': 'evidence',
                'verbose_name_plural': 'evidence',
                'ordering': ['id'],
                'indexes': [models.Index(condition=models.Q(('after_verifying', True), ('graded_by', None)), fields=['record_ref'], name='unseen_evidence')],
                'constraints': [models.CheckConstraint(condition=models.Q(('file__isnull', False), models.Q(('link', ''), _negated=True), _connector='OR'), name='evidence_is_a_file_or_a_link')],
            },
        ),
        migrations.CreateModel(
            name='Correction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('record_ref', models.CharField(db_index=True, max_length=40)),
                ('sort', models.CharField(choices=[('correction', 'correction'), ('amendment', 'amendment')], default='correction', max_length=12)),
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
            name='Ledgered',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.CharField(editable=False, max_length=40, unique=True, verbose_name='reference')),
                ('kind', models.CharField(editable=False, max_length=20, verbose_name='kind')),
                ('section', models.CharField(choices=[('study', 'Study'), ('activities', 'Activities'), ('publicity', 'Publicity'), ('honours', 'Honours'), ('volunteering', 'Volunteering'), ('accreditation', 'Accreditation'), ('reviews', 'Reviews'), ('inquiries', 'Inquiries'), ('standing', 'Venues and programmes'), ('statistics', 'Statistics')], editable=False, max_length=16, verbose_name='section')),
                ('sort', models.CharField(blank=True, max_length=60, verbose_name='sort')),
                ('title', models.CharField(max_length=120, verbose_name='title')),
                ('happened', models.DateField(verbose_name='happened')),
                ('happened_until', models.DateField(blank=True, null=True, verbose_name='last day')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='due on')),
                ('note', models.TextField(blank=True, max_length=2000, verbose_name='note')),
                ('opening', models.BooleanField(default=False, verbose_name='opening entry')),
                ('state', models.CharField(default='draft', max_length=12, verbose_name='state')),
                ('version', models.PositiveIntegerField(default=1)),
                ('created_at', models.DateTimeField(default=youju.lib.clock.now, verbose_name='recorded')),
                ('handed_in_on', models.DateField(null=True, verbose_name='first handed in')),
                ('submitted_at', models.DateTimeField(null=True, verbose_name='submitted')),
                ('verified_at', models.DateTimeField(null=True, verbose_name='verified')),
                ('self_verified', models.BooleanField(default=False, verbose_name='self-verified')),
                ('late', models.BooleanField(default=False, verbose_name='late')),
                ('late_reason', models.CharField(blank=True, max_length=200, verbose_name='why it comes late')),
                ('returned_reason', models.CharField(blank=True, max_length=400, verbose_name='returned because')),
                ('void_reason', models.CharField(blank=True, max_length=400, verbose_name='voided because')),
                ('dropped_reason', models.CharField(blank=True, max_length=400, verbose_name='not pursued because')),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='recorded by')),
                ('filed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='filed by')),
                ('owner', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='in charge')),
                ('partners', models.ManyToManyField(blank=True, related_name='+', to='orgs.unit', verbose_name='partner units')),
                ('same_as', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='records.ledgered', verbose_name='told already by')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.unit', verbose_name='unit')),
                ('verifier', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='verified by')),
                ('occasion', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.occasion', verbose_name='occasion')),
            ],
            options={
                'ordering': ['-happened', '-id'],
                'indexes': [models.Index(fields=['section', '-happened', '-id'], name='ledgered_by_section'), models.Index(fields=['unit', '-happened', '-id'], name='ledgered_by_unit'), models.Index(fields=['state', 'submitted_at', 'ref'], name='ledgered_by_state'), models.Index(fields=['happened', 'unit'], name='ledgered_by_day')],
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
            name='OwnMeasure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=60, verbose_name='code')),
                ('version', models.PositiveIntegerField(verbose_name='version')),
                ('table', models.JSONField(verbose_name='definition')),
                ('proposed_at', models.DateTimeField(default=youju.lib.clock.now, verbose_name='proposed')),
                ('approved_at', models.DateTimeField(null=True, verbose_name='approved')),
                ('approver', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='approved by')),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='author')),
            ],
            options={
                'ordering': ('code', 'version'),
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('code', 'version'), name='ownmeasure_version_once')],
            },
        ),
        migrations.CreateModel(
            name='SavedList',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('section', models.CharField(choices=[('study', 'Study'), ('activities', 'Activities'), ('publicity', 'Publicity'), ('honours', 'Honours'), ('volunteering', 'Volunteering'), ('accreditation', 'Accreditation'), ('reviews', 'Reviews'), ('inquiries', 'Inquiries'), ('standing', 'Venues and programmes'), ('statistics', 'Statistics')], max_length=20, verbose_name='section')),
                ('name', models.CharField(max_length=30, verbose_name='name')),
                ('query', models.CharField(max_length=600, verbose_name='filters')),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='member')),
            ],
            options={
                'verbose_name': 'saved list',
                'verbose_name_plural': 'saved lists',
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('member', 'section', 'name'), name='saved_lists_name')],
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
