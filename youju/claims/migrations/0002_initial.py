import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('claims', '0001_initial'),
        ('orgs', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='kepttext',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='kept by'),
        ),
        migrations.AddField(
            model_name='kepttext',
            name='unit',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.unit', verbose_name='bureau'),
        ),
        migrations.AddField(
            model_name='remembered',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='bound by'),
        ),
        migrations.AddField(
            model_name='remembered',
            name='taken_back_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='taken back by'),
        ),
        migrations.AddField(
            model_name='remembered',
            name='unit',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.unit', verbose_name='bureau'),
        ),
        migrations.AddIndex(
            model_name='kepttext',
            index=models.Index(fields=['unit', '-at'], name='kept_texts_of_a_unit'),
        ),
        migrations.AddConstraint(
            model_name='remembered',
            constraint=models.UniqueConstraint(condition=models.Q(('taken_back_at', None)), fields=('unit', 'subject', 'word', 'scope'), name='one_standing_binding_per_phrase'),
        ),
    ]
