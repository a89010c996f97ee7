import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('outlet', '0001_initial'),
        ('records', '0002_original'),
    ]

    operations = [
        migrations.CreateModel(
            name='PublicComment',
            fields=[
                ('ledgered_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='records.ledgered')),
                ('official', models.BooleanField(default=False, verbose_name='our own platform')),
                ('link', models.URLField(db_index=True, max_length=500, verbose_name='link to the comment')),
                ('words', models.TextField(max_length=2000, verbose_name='text as published')),
                ('about', models.URLField(blank=True, max_length=500, verbose_name='link to what it answers')),
                ('outlet', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='outlet.outlet', verbose_name='registered account')),
            ],
            options={
                'verbose_name': 'signed comment',
                'verbose_name_plural': 'signed comments',
            },
            bases=('records.ledgered',),
        ),
    ]
