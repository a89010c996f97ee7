import django.db.models.deletion
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
                ('ledgered_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='records.ledgered')),
                ('topic', models.CharField(blank=True, max_length=200, verbose_name='topic')),
                ('speaker', models.CharField(blank=True, max_length=60, verbose_name='speaker')),
                ('guests', models.PositiveSmallIntegerField(blank=True, default=0, help_text='Who came without being on the list: counted apart.', verbose_name='guests')),
                ('roster_of', models.CharField(editable=False, max_length=80)),
                ('made_up_on', models.DateField(editable=False, null=True, verbose_name='made-up attendance closed on')),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.group', verbose_name='study group')),
                ('made_up_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='made up, says')),
            ],
            options={
                'verbose_name': 'study session',
                'verbose_name_plural': 'study sessions',
            },
            bases=('records.ledgered',),
        ),
        migrations.CreateModel(
            name='Attendance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('mark', models.CharField(choices=[('present', 'came'), ('leave', 'on leave'), ('absent', 'absent')], max_length=10, verbose_name='attendance')),
                ('reason', models.CharField(blank=True, max_length=100, verbose_name='reason for the leave')),
                ('minor', models.BooleanField(default=False, verbose_name='under age')),
                ('made_up', models.CharField(blank=True, max_length=100, verbose_name='how it was made up')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.person', verbose_name='person')),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attendance', to='session.studysession')),
            ],
            options={
                'verbose_name': 'attendance',
                'verbose_name_plural': 'attendances',
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('session', 'person'), name='one_person_once_per_session')],
            },
        ),
    ]
