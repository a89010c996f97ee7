import django.db.models.deletion
import youju.orgs.tokens
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('orgs', '0001_initial'),
        ('records', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Visited',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('token', models.CharField(default=youju.orgs.tokens.new_token, editable=False, max_length=16, unique=True)),
                ('sort', models.CharField(choices=[('visits.households', 'household'), ('visits.enterprises', 'enterprise')], max_length=20, verbose_name='sort')),
                ('place', models.CharField(blank=True, max_length=40, verbose_name='village or place')),
                ('name', models.CharField(max_length=60, verbose_name='name')),
                ('merged_into', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged', to='visit.visited')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.unit', verbose_name='unit')),
            ],
            options={
                'verbose_name': 'household or enterprise',
                'verbose_name_plural': 'households and enterprises',
                'ordering': ['place', 'name'],
            },
        ),
        migrations.CreateModel(
            name='Visit',
            fields=[
                ('ledgered_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='records.ledgered')),
                ('went', models.CharField(max_length=120, verbose_name='who went')),
                ('brought', models.CharField(blank=True, max_length=200, verbose_name='what was brought or done')),
                ('need', models.TextField(blank=True, max_length=500, verbose_name='need or request')),
                ('visited', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='visits', to='visit.visited', verbose_name='visited')),
            ],
            options={
                'verbose_name': 'visit',
                'verbose_name_plural': 'visits',
            },
            bases=('records.ledgered',),
        ),
        migrations.AddConstraint(
            model_name='visited',
            constraint=models.UniqueConstraint(fields=('sort', 'place', 'name'), name='one_row_a_household'),
        ),
    ]
