import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('meeting', '0001_initial'),
        ('records', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Meeting',
            fields=[
                ('ledgered_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='records.ledgered')),
                ('place', models.CharField(blank=True, max_length=80, verbose_name='where')),
                ('presentations', models.TextField(blank=True, max_length=1000, verbose_name='what was presented')),
            ],
            options={
                'verbose_name': 'review meeting',
                'verbose_name_plural': 'review meetings',
            },
            bases=('records.ledgered',),
        ),
        migrations.AddField(
            model_name='guests',
            name='record',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='guests', to='meeting.meeting'),
        ),
        migrations.CreateModel(
            name='Opinion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.PositiveSmallIntegerField(editable=False)),
                ('text', models.CharField(max_length=200, verbose_name='opinion or suggestion')),
                ('group', models.CharField(blank=True, choices=[('deputies', 'deputies'), ('advisers', 'members of the consultative conference'), ('parents', 'parents'), ('residents', 'villagers and residents'), ('firms', 'enterprises'), ('media', 'media'), ('supervisors', 'supervisors of conduct'), ('staff', 'teachers'), ('other', 'other guests')], max_length=12, verbose_name='who said it')),
                ('record', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='opinions', to='meeting.meeting')),
            ],
            options={
                'verbose_name': 'opinion',
                'verbose_name_plural': 'opinions',
                'ordering': ['place'],
                'abstract': False,
            },
        ),
    ]
