import youju.lib.clock
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='KeptWorkbook',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100, verbose_name='file')),
                ('content', models.BinaryField()),
                ('at', models.DateTimeField(default=youju.lib.clock.now, verbose_name='time')),
            ],
            options={
                'verbose_name': 'kept workbook',
                'verbose_name_plural': 'kept workbooks',
            },
        ),
    ]
