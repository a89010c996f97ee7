import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('orgs', '0001_initial'),
        ('records', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Register',
            fields=[
                ('ledgered_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='records.ledgered')),
                ('change', models.CharField(choices=[('joined', 'joining'), ('left', 'leaving')], default='joined', max_length=8, verbose_name='joined or left')),
                ('pupils', models.PositiveIntegerField(blank=True, default=0, verbose_name='pupils')),
                ('consents', models.CharField(blank=True, max_length=120, verbose_name="where the guardians' consents are filed")),
            ],
            options={
                'verbose_name': 'registration of volunteers',
                'verbose_name_plural': 'registrations of volunteers',
            },
            bases=('records.ledgered',),
        ),
        migrations.CreateModel(
            name='Volunteer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.PositiveSmallIntegerField(editable=False)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.person', verbose_name='person')),
                ('record', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='volunteers', to='register.register')),
            ],
            options={
                'verbose_name': 'volunteer',
                'verbose_name_plural': 'volunteers',
                'ordering': ['place'],
                'abstract': False,
            },
        ),
    ]
