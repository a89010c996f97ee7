from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Guests',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.PositiveSmallIntegerField(editable=False)),
                ('group', models.CharField(choices=[('deputies', 'deputies'), ('advisers', 'members of the consultative conference'), ('parents', 'parents'), ('residents', 'villagers and residents'), ('firms', 'enterprises'), ('media', 'media'), ('supervisors', 'supervisors of conduct'), ('staff', 'teachers'), ('other', 'other guests')], max_length=12, verbose_name='group of guests')),
                ('invited', models.PositiveSmallIntegerField(verbose_name='were invited')),
                ('came', models.PositiveSmallIntegerField(verbose_name='who came')),
            ],
            options={
                'verbose_name': 'group of guests',
                'verbose_name_plural': 'groups of guests',
                'ordering': ['place'],
                'abstract': False,
            },
        ),
    ]
