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
            name='Contact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort', models.CharField(choices=[('chat', 'contact group chat'), ('phone', 'contact telephone')], max_length=8, verbose_name='sort of contact')),
                ('name', models.CharField(max_length=80, verbose_name='name of the contact')),
                ('number', models.CharField(max_length=60, verbose_name='number or group number')),
                ('serves', models.CharField(blank=True, max_length=120, verbose_name='what it is for')),
                ('checked_on', models.DateField(null=True, verbose_name='last checked')),
                ('closed', models.BooleanField(default=False, verbose_name='no longer in use')),
                ('checked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='checked by')),
                ('keeper', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='who keeps it')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contacts', to='orgs.unit', verbose_name='unit')),
            ],
            options={
                'verbose_name': 'contact entry',
                'verbose_name_plural': 'contact entries',
                'ordering': ['unit__kind', 'unit__code', 'sort', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Coverage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('days', models.CharField(choices=[('every', 'every day'), ('worked', 'working days'), ('off', 'weekends and holidays')], default='every', max_length=8, verbose_name='days covered')),
                ('group', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='coverage', to='orgs.group', verbose_name='group')),
            ],
            options={
                'verbose_name': 'days covered',
                'verbose_name_plural': 'days covered',
            },
        ),
        migrations.CreateModel(
            name='Shift',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField(verbose_name='day')),
                ('part', models.CharField(choices=[('whole', 'whole day'), ('daytime', 'daytime'), ('night', 'night')], default='whole', max_length=8, verbose_name='part of the day')),
                ('note', models.TextField(blank=True, max_length=2000, verbose_name='note handed over')),
                ('noted_at', models.DateTimeField(null=True, verbose_name='handed over at')),
                ('deputy', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.person', verbose_name='deputy on duty')),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='shifts', to='orgs.group', verbose_name='group')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='shifts', to='orgs.person', verbose_name='on duty')),
            ],
            options={
                'verbose_name': 'shift',
                'verbose_name_plural': 'shifts',
                'ordering': ['day', 'part', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Swap',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(blank=True, max_length=200, verbose_name='reason')),
                ('state', models.CharField(choices=[('asked', 'waiting for an answer'), ('agreed', 'agreed'), ('declined', 'declined'), ('taken_back', 'request taken back')], default='asked', max_length=12, verbose_name='state')),
                ('asked_at', models.DateTimeField(default=youju.lib.clock.now, verbose_name='asked for at')),
                ('settled_at', models.DateTimeField(null=True, verbose_name='answer given at')),
                ('back', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='duty.shift', verbose_name='shift given in return')),
                ('gives', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.person', verbose_name='on duty')),
                ('shift', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='swaps', to='duty.shift', verbose_name='shift')),
                ('takes', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.person', verbose_name='who is asked to take it')),
            ],
            options={
                'verbose_name': 'swap of duty',
                'verbose_name_plural': 'swaps of duty',
                'ordering': ['-pk'],
            },
        ),
        migrations.AddConstraint(
            model_name='shift',
            constraint=models.UniqueConstraint(fields=('group', 'day', 'part'), name='one_shift_per_part_of_a_day'),
        ),
        migrations.AddConstraint(
            model_name='swap',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'asked')), fields=('shift',), name='one_swap_asked_per_shift'),
        ),
    ]
