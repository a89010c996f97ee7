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
            name='Title',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(editable=False, max_length=60, unique=True, verbose_name='code')),
                ('name', models.CharField(max_length=80, unique=True, verbose_name='name')),
                ('other_names', models.TextField(blank=True, max_length=800, verbose_name='other names')),
                ('since', models.DateField(blank=True, null=True, verbose_name='in force from')),
                ('until', models.DateField(blank=True, null=True, verbose_name='in force until')),
                ('level', models.CharField(choices=[('school', 'school'), ('town', 'town'), ('county', 'county'), ('city', 'city'), ('province', 'province'), ('nation', 'national')], max_length=10, verbose_name='level')),
                ('goes_to', models.CharField(choices=[('person', 'persons'), ('unit', 'units')], default='person', max_length=8, verbose_name='goes to')),
                ('sort', models.CharField(choices=[('honour', 'honour'), ('professional', 'professional title')], default='honour', max_length=12, verbose_name='sort of title')),
                ('lasting', models.BooleanField(default=False, verbose_name='given once for good')),
                ('issuer', models.CharField(blank=True, max_length=80, verbose_name='issued by')),
                ('co_issuers', models.CharField(blank=True, max_length=160, verbose_name='issued together with')),
                ('counts_as', models.CharField(blank=True, max_length=40, verbose_name='counts as')),
                ('proposed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='proposed by')),
            ],
            options={
                'verbose_name': 'title of honour',
                'verbose_name_plural': 'titles of honour',
                'ordering': ['name'],
                'abstract': False,
            },
        ),
    ]
