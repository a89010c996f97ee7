import django.db.models.deletion
import youju.lib.clock
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('orgs', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='LedgerRead',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('size', models.BigIntegerField(default=0, verbose_name='entries read')),
            ],
            options={
                'verbose_name': 'how far dues have read the ledger',
                'verbose_name_plural': 'how far dues have read the ledger',
            },
        ),
        migrations.CreateModel(
            name='PlanItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.CharField(editable=False, max_length=40, unique=True, verbose_name='reference')),
                ('code', models.CharField(max_length=60, verbose_name='code')),
                ('year', models.PositiveSmallIntegerField(verbose_name='year')),
                ('section', models.CharField(choices=[('study', 'Study'), ('activities', 'Activities'), ('publicity', 'Publicity'), ('honours', 'Honours'), ('volunteering', 'Volunteering'), ('accreditation', 'Accreditation'), ('reviews', 'Reviews'), ('inquiries', 'Inquiries'), ('standing', 'Venues and programmes'), ('statistics', 'Statistics')], max_length=16, verbose_name='section')),
                ('title', models.CharField(max_length=80, verbose_name='title')),
                ('audience', models.CharField(choices=[('kinds', 'all units of a kind'), ('units', 'units named one by one'), ('groups', 'groups of a sort'), ('persons', 'each person of the groups of a sort')], default='kinds', max_length=8, verbose_name='for')),
                ('kinds', models.JSONField(blank=True, default=list, verbose_name='kinds of unit')),
                ('units', models.JSONField(blank=True, default=list, verbose_name='units')),
                ('group_sort', models.CharField(blank=True, choices=[('leading_group', 'leading study group'), ('leaders', 'leadership'), ('branch', 'party branch'), ('staff', 'staff'), ('volunteer_team', 'volunteer team'), ('panel', 'panel'), ('duty', 'duty roster'), ('contact', 'contact group')], max_length=16, verbose_name='sort of group')),
                ('rhythm', models.CharField(choices=[('once', 'once'), ('monthly', 'every month'), ('termly', 'every term'), ('quarterly', 'every quarter'), ('half_yearly', 'every half-year'), ('days', 'on given days')], default='monthly', max_length=12, verbose_name='how often')),
                ('months', models.JSONField(blank=True, default=list, verbose_name='months')),
                ('days', models.JSONField(blank=True, default=list, verbose_name='days')),
                ('before', models.PositiveSmallIntegerField(default=7, verbose_name='days before')),
                ('after', models.PositiveSmallIntegerField(default=3, verbose_name='days after')),
                ('first', models.DateField(blank=True, null=True, verbose_name='first day')),
                ('last', models.DateField(blank=True, null=True, verbose_name='last day')),
                ('times', models.PositiveSmallIntegerField(default=1, verbose_name='times')),
                ('due_after', models.PositiveSmallIntegerField(default=5, verbose_name='due after')),
                ('due_type', models.CharField(choices=[('working', 'working days'), ('calendar', 'calendar days')], default='working', max_length=8, verbose_name='days counted')),
                ('measure', models.CharField(max_length=60, verbose_name='what counts')),
                ('category', models.CharField(blank=True, max_length=60, verbose_name='category')),
                ('level', models.CharField(blank=True, max_length=16, verbose_name='level')),
                ('occasion', models.CharField(blank=True, max_length=60, verbose_name='occasion')),
                ('zero', models.BooleanField(default=False, verbose_name='may be answered by a zero report')),
                ('note', models.TextField(blank=True, max_length=1000, verbose_name='note')),
                ('state', models.CharField(choices=[('draft', 'to be approved'), ('approved', 'approved'), ('replaced', 'replaced'), ('ended', 'taken out of the plan')], default='draft', max_length=10, verbose_name='state')),
                ('drafted_at', models.DateTimeField(default=youju.lib.clock.now, verbose_name='drafted')),
                ('approved_at', models.DateTimeField(null=True, verbose_name='approved')),
                ('ends', models.BooleanField(default=False, verbose_name='takes the item out of the plan')),
                ('approver', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='approved by')),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='drafted by')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='in charge')),
                ('replaces', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='plans.planitem', verbose_name='replaces')),
            ],
            options={
                'verbose_name': 'plan item',
                'verbose_name_plural': 'plan items',
                'ordering': ['year', 'section', 'code', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='ZeroReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.CharField(editable=False, max_length=40, unique=True, verbose_name='reference')),
                ('section', models.CharField(choices=[('study', 'Study'), ('activities', 'Activities'), ('publicity', 'Publicity'), ('honours', 'Honours'), ('volunteering', 'Volunteering'), ('accreditation', 'Accreditation'), ('reviews', 'Reviews'), ('inquiries', 'Inquiries'), ('standing', 'Venues and programmes'), ('statistics', 'Statistics')], max_length=16, verbose_name='section')),
                ('month', models.PositiveIntegerField(verbose_name='month')),
                ('at', models.DateTimeField(default=youju.lib.clock.now, verbose_name='time')),
                ('taken_back_at', models.DateTimeField(null=True, verbose_name='taken back')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='reported by')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.unit', verbose_name='unit')),
            ],
            options={
                'verbose_name': 'zero report',
                'verbose_name_plural': 'zero reports',
                'ordering': ['-at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Due',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.CharField(editable=False, max_length=40, unique=True, verbose_name='reference')),
                ('section', models.CharField(choices=[('study', 'Study'), ('activities', 'Activities'), ('publicity', 'Publicity'), ('honours', 'Honours'), ('volunteering', 'Volunteering'), ('accreditation', 'Accreditation'), ('reviews', 'Reviews'), ('inquiries', 'Inquiries'), ('standing', 'Venues and programmes'), ('statistics', 'Statistics')], max_length=16, verbose_name='section')),
                ('slot', models.CharField(max_length=200)),
                ('window', models.CharField(max_length=40, verbose_name='window')),
                ('first', models.DateField(verbose_name='first day')),
                ('last', models.DateField(verbose_name='last day')),
                ('due_on', models.DateField(verbose_name='due on')),
                ('provisional', models.BooleanField(default=False, verbose_name='provisional')),
                ('wanted', models.BigIntegerField(verbose_name='wanted')),
                ('state', models.CharField(choices=[('due', 'not met'), ('met', 'met'), ('zero', 'zero report'), ('excused', 'excused'), ('withdrawn', 'no longer asked for')], default='due', max_length=10, verbose_name='state')),
                ('on_time', models.BooleanField(default=False, verbose_name='on time')),
                ('fallen', models.BooleanField(default=False, verbose_name='fallen due')),
                ('excused_reason', models.CharField(blank=True, max_length=400, verbose_name='excused because')),
                ('excused_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='excused by')),
                ('group', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.group', verbose_name='group')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.person', verbose_name='person')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.unit', verbose_name='unit')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='dues', to='plans.planitem', verbose_name='plan item')),
                ('zero_report', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='dues', to='plans.zeroreport', verbose_name='zero report')),
            ],
            options={
                'verbose_name': 'due',
                'verbose_name_plural': 'dues',
                'ordering': ['due_on', 'item', 'unit', 'pk'],
            },
        ),
        migrations.AddIndex(
            model_name='planitem',
            index=models.Index(fields=['year', 'state'], name='plan_items_by_year'),
        ),
        migrations.AddConstraint(
            model_name='planitem',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'approved')), fields=('code', 'year'), name='one_approved_item_of_a_code'),
        ),
        migrations.AddIndex(
            model_name='due',
            index=models.Index(fields=['fallen', 'due_on'], name='dues_by_day'),
        ),
        migrations.AddIndex(
            model_name='due',
            index=models.Index(fields=['unit', 'due_on'], name='dues_by_unit'),
        ),
        migrations.AddConstraint(
            model_name='due',
            constraint=models.UniqueConstraint(fields=('item', 'slot'), name='one_due_per_slot'),
        ),
    ]
