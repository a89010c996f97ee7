import django.db.models.deletion
import youju.lib.clock
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='File',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sha256', models.CharField(max_length=64, unique=True, verbose_name='SHA-256')),
                ('size', models.BigIntegerField(verbose_name='size in bytes')),
                ('media_type', models.CharField(max_length=100, verbose_name='media type')),
                ('extension', models.CharField(max_length=10, verbose_name='extension')),
                ('made', models.DateTimeField(null=True, verbose_name='made')),
                ('received', models.DateTimeField(default=youju.lib.clock.now, verbose_name='received')),
                ('received_by', models.CharField(db_index=True, max_length=32, verbose_name='received by')),
                ('fingerprint', models.BigIntegerField(null=True, verbose_name='fingerprint')),
            ],
            options={
                'verbose_name': 'evidence file',
                'verbose_name_plural': 'evidence files',
            },
        ),
        migrations.CreateModel(
            name='FingerprintPiece',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('piece', models.SmallIntegerField()),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='evidence.file')),
            ],
            options={
                'indexes': [models.Index(fields=['piece', 'file'], name='fingerprint_piece')],
            },
        ),
    ]
