import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Outlet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(editable=False, max_length=60, unique=True, verbose_name='code')),
                ('name', models.CharField(max_length=80, unique=True, verbose_name='name')),
                ('other_names', models.TextField(blank=True, max_length=800, verbose_name='other names')),
                ('since', models.DateField(blank=True, null=True, verbose_name='in force from')),
                ('until', models.DateField(blank=True, null=True, verbose_name='in force until')),
                ('sort', models.CharField(choices=[('press', 'newspapers and magazines'), ('broadcast', 'radio and television'), ('website', 'websites'), ('wechat', 'WeChat accounts'), ('video', 'video accounts'), ('bulletin', 'bulletins of information')], max_length=12, verbose_name='sort of outlet')),
                ('level', models.CharField(choices=[('school', 'school'), ('town', 'town'), ('county', 'county'), ('city', 'city'), ('province', 'province'), ('nation', 'national')], max_length=10, verbose_name='level of outlet')),
                ('official', models.BooleanField(default=False, verbose_name='our own platform')),
                ('proposed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='proposed by')),
            ],
            options={
                'verbose_name': 'outlet',
                'verbose_name_plural': 'outlets',
                'ordering': ['name'],
                'abstract': False,
            },
        ),
    ]
