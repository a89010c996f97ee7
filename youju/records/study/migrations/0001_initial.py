
import django.db.models.deletion
import youju.lib.clock
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('orgs', '0001_initial'),
        ('records', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='StudySession',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.CharField(editable=False, max_length=40, unique=True, verbose_name='reference')),
                ('title', models.CharField(max_length=120, verbose_name='title')),
                ('happened', models.DateField(verbose_name='happened')),
                ('happened_until', models.DateField(blank=True, null=True, verbose_name='last day')),
                ('note', models.TextField(blank=True, max_length=2000, verbose_name='note')),
                ('opening', models.BooleanField(default=False, help_text='A stock or total from before this ledger began.', verbose_name='opening entry')),
                ('state', models.CharField(choices=[('draft', 'draft'), ('submitted', 'to verify'), ('returned', 'returned'), ('verified', 'verified'), ('voided', 'voided')], db_index=True, default='draft', max_length=10, verbose_name='state')),
                ('version', models.PositiveIntegerField(default=1)),
                ('created_at', models.DateTimeField(default=youju.lib.clock.now, verbose_name='recorded')),
                ('submitted_at', models.DateTimeField(null=True, verbose_name='submitted')),
                ('verified_at', models.DateTimeField(null=True, verbose_name='verified')),
                ('self_verified', models.BooleanField(default=False, verbose_name='self-verified')),
                ('late', models.BooleanField(default=False, verbose_name='late')),
                ('late_reason', models.CharField(blank=True, max_length=200, verbose_name='why it comes late')),
                ('returned_reason', models.CharField(blank=True, max_length=400, verbose_name='returned because')),
                ('void_reason', models.CharField(blank=True, max_length=400, verbose_name='voided because')),
                ('sort', models.CharField(choices=[('center_group', "leading group's study"), ('branch', 'party branch study'), ('staff', 'staff study'), ('lecture', 'lecture')], max_length=12, verbose_name='sort of study')),
                ('topic', models.CharField(blank=True, max_length=200, verbose_name='topic')),
                ('speaker', models.CharField(blank=True, max_length=60, verbose_name='speaker')),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='recorded by')),
                ('occasion', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.occasion', verbose_name='occasion')),
                ('partners', models.ManyToManyField(blank=True, related_name='+', to='orgs.unit', verbose_name='partner units')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.unit', verbose_name='unit')),
                ('verifier', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='verified by')),
            ],
            options={
                'verbose_name': 'study session',
                'verbose_name_plural': 'study sessions',
                'ordering': ['-happened', '-id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Attendance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('present', models.BooleanField(default=True, verbose_name='present')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.person', verbose_name='person')),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attendance', to='study.studysession')),
            ],
            options={
                'verbose_name': 'attendance',
                'verbose_name_plural': 'attendances',
                'constraints': [models.UniqueConstraint(fields=('session', 'person'), name='one_person_once_per_session')],
            },
        ),
    ]
