
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
            name='Statistic',
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
                ('measure_code', models.CharField(max_length=60, verbose_name='measure')),
                ('category', models.CharField(blank=True, max_length=40, verbose_name='category')),
                ('level', models.CharField(blank=True, choices=[('school', '校级'), ('town', '镇级'), ('county', '县级'), ('city', '市级'), ('province', '省级'), ('nation', '国家级')], max_length=10, verbose_name='level')),
                ('quantity', models.BigIntegerField(verbose_name='quantity')),
                ('whole', models.BigIntegerField(blank=True, null=True, verbose_name='out of')),
                ('publisher', models.CharField(blank=True, max_length=80, verbose_name='published by')),
                ('document', models.CharField(blank=True, max_length=160, verbose_name='source document')),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='recorded by')),
                ('occasion', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.occasion', verbose_name='occasion')),
                ('partners', models.ManyToManyField(blank=True, related_name='+', to='orgs.unit', verbose_name='partner units')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.unit', verbose_name='unit')),
                ('verifier', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='verified by')),
            ],
            options={
                'verbose_name': 'statistic',
                'verbose_name_plural': 'statistics',
                'ordering': ['-happened', '-id'],
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('quantity__gte', 0)), name='a_quantity_is_not_negative'), models.CheckConstraint(condition=models.Q(('whole', None), ('quantity__lte', models.F('whole')), _connector='OR'), name='a_part_fits_its_whole')],
            },
        ),
    ]
