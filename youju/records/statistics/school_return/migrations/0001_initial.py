import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('records', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='SchoolReturn',
            fields=[
                ('ledgered_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='records.ledgered')),
                ('ownership', models.CharField(choices=[('public', 'public'), ('inclusive', 'private, inclusive'), ('private', 'private')], default='public', max_length=10, verbose_name='run by')),
                ('teaching_points', models.PositiveSmallIntegerField(blank=True, default=0, verbose_name='teaching points')),
                ('staff', models.PositiveIntegerField(verbose_name='staff members')),
                ('teachers', models.PositiveIntegerField(verbose_name='full-time teachers among them')),
                ('area', models.PositiveIntegerField(blank=True, default=0, verbose_name='floor area (m²)')),
            ],
            options={
                'verbose_name': 'school return',
                'verbose_name_plural': 'school returns',
                'constraints': [models.CheckConstraint(condition=models.Q(('teachers__lte', models.F('staff'))), name='teachers_are_among_the_staff')],
            },
            bases=('records.ledgered',),
        ),
        migrations.CreateModel(
            name='StageLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.PositiveSmallIntegerField(editable=False)),
                ('stage', models.CharField(choices=[('kindergarten', 'pre-school stage'), ('primary', 'primary stage'), ('junior', 'junior stage'), ('senior', 'senior stage'), ('vocational', 'vocational stage'), ('special', 'special education')], max_length=12, verbose_name='stage')),
                ('classes', models.PositiveSmallIntegerField(verbose_name='classes')),
                ('pupils', models.PositiveIntegerField(verbose_name='pupils')),
                ('boarders', models.PositiveIntegerField(blank=True, default=0, verbose_name='boarders')),
                ('entrants', models.PositiveIntegerField(verbose_name='entrants')),
                ('leavers', models.PositiveIntegerField(verbose_name='leavers')),
                ('record', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='stages', to='school_return.schoolreturn')),
            ],
            options={
                'verbose_name': 'stage of a school return',
                'verbose_name_plural': 'stages of school returns',
                'ordering': ['place'],
                'abstract': False,
            },
        ),
    ]
