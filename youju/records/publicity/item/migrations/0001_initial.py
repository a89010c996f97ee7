import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('outlet', '0001_initial'),
        ('records', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='PublicityItem',
            fields=[
                ('ledgered_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='records.ledgered')),
                ('form', models.CharField(choices=[('news', 'news item'), ('feature', 'feature story'), ('picture', 'picture story'), ('video', 'film'), ('page', 'special page or column'), ('other_form', 'other form')], default='news', max_length=12, verbose_name='form of the item')),
                ('link', models.URLField(blank=True, db_index=True, max_length=500, verbose_name='link')),
                ('level', models.CharField(choices=[('school', 'school'), ('town', 'town'), ('county', 'county'), ('city', 'city'), ('province', 'province'), ('nation', 'national')], max_length=10, verbose_name='level of outlet')),
                ('official', models.BooleanField(default=False, verbose_name='our own platform')),
                ('outlet', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='outlet.outlet', verbose_name='outlet')),
            ],
            options={
                'verbose_name': 'publicity item',
                'verbose_name_plural': 'publicity items',
            },
            bases=('records.ledgered',),
        ),
    ]
