import django.contrib.auth.models
import django.contrib.auth.validators
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import youju.lib.clock
import youju.orgs.tokens
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
    ]

    operations = [
        migrations.CreateModel(
            name='DayRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('date', models.DateField(unique=True, verbose_name='day')),
                ('work', models.BooleanField(verbose_name='worked')),
                ('name', models.CharField(max_length=40, verbose_name='name')),
                ('source', models.CharField(max_length=120, verbose_name='source')),
                ('by_hand', models.BooleanField(default=False, verbose_name='set by hand')),
            ],
            options={
                'verbose_name': 'day off or worked',
                'verbose_name_plural': 'days off and worked',
                'ordering': ['date'],
            },
        ),
        migrations.CreateModel(
            name='Group',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=60, unique=True, validators=[django.core.validators.RegexValidator('^[a-z0-9][a-z0-9.-]*$', 'Small letters, digits, dots and hyphens only.')], verbose_name='code')),
                ('sort', models.CharField(choices=[('leading_group', 'leading study group'), ('leaders', 'leadership'), ('branch', 'party branch'), ('staff', 'staff'), ('volunteer_team', 'volunteer team'), ('panel', 'panel'), ('duty', 'duty roster'), ('contact', 'contact group')], max_length=16, verbose_name='sort of group')),
                ('name', models.CharField(max_length=80, verbose_name='name')),
                ('opened', models.DateField(blank=True, null=True, verbose_name='opened')),
                ('closed', models.DateField(blank=True, null=True, verbose_name='closed')),
            ],
            options={
                'verbose_name': 'group',
                'verbose_name_plural': 'groups',
                'ordering': ['unit', 'sort', 'code'],
            },
        ),
        migrations.CreateModel(
            name='Merger',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('gone', models.CharField(max_length=16, unique=True)),
                ('kept', models.CharField(max_length=16)),
                ('seq', models.BigIntegerField(unique=True)),
            ],
        ),
        migrations.CreateModel(
            name='SettingRow',
            fields=[
                ('code', models.CharField(max_length=40, primary_key=True, serialize=False, verbose_name='setting')),
                ('value', models.CharField(blank=True, max_length=400, verbose_name='value')),
            ],
            options={
                'verbose_name': 'setting',
                'verbose_name_plural': 'settings',
            },
        ),
        migrations.CreateModel(
            name='Ticket',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('purpose', models.CharField(choices=[('invitation', 'invitation to set a password'), ('sign_in', 'sign-in at a session'), ('survey', 'survey'), ('guest', 'guest'), ('expert', 'outside expert'), ('asker', 'somebody who asked'), ('guardian', 'guardian'), ('feed', 'calendar feed'), ('setup', 'setting the bureau up')], max_length=12, verbose_name='purpose')),
                ('ref', models.CharField(db_index=True, max_length=40)),
                ('scope', models.CharField(blank=True, max_length=80)),
                ('expires', models.DateTimeField(verbose_name='expires')),
                ('uses_left', models.PositiveIntegerField(verbose_name='uses left')),
                ('made_by', models.CharField(max_length=16, verbose_name='made by')),
                ('made_at', models.DateTimeField(default=youju.lib.clock.now, verbose_name='made at')),
            ],
            options={
                'verbose_name': 'ticket',
                'verbose_name_plural': 'tickets',
            },
        ),
        migrations.CreateModel(
            name='Unit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=40, unique=True, validators=[django.core.validators.RegexValidator('^[a-z0-9][a-z0-9.-]*$', 'Small letters, digits, dots and hyphens only.')], verbose_name='code')),
                ('kind', models.CharField(choices=[('nation', 'nation'), ('province', 'province'), ('city', 'city'), ('county', 'county bureau'), ('office', 'office'), ('town', 'town'), ('school', 'school'), ('practice', 'for trying out')], max_length=10, verbose_name='kind of unit')),
                ('name', models.CharField(max_length=80, verbose_name='name')),
                ('short_name', models.CharField(blank=True, max_length=40, verbose_name='short name')),
                ('checks', models.BooleanField(default=False, help_text='A reviewer of the unit checks each record before the bureau has it to verify.', verbose_name='checks before handing in')),
                ('single_post', models.BooleanField(default=False, help_text='One member may verify what the same member recorded. It counts, marked as self-verified.', verbose_name='one-person office')),
            ],
            options={
                'verbose_name': 'unit',
                'verbose_name_plural': 'units',
                'ordering': ['code'],
            },
        ),
        migrations.CreateModel(
            name='Member',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('username', models.CharField(error_messages={'unique': 'A user with that username already exists.'}, help_text='Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.', max_length=150, unique=True, validators=[django.contrib.auth.validators.UnicodeUsernameValidator()], verbose_name='username')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='email address')),
                ('is_staff', models.BooleanField(default=False, help_text='Designates whether the user can log into this admin site.', verbose_name='staff status')),
                ('is_active', models.BooleanField(default=True, help_text='Designates whether this user should be treated as active. Unselect this instead of deleting accounts.', verbose_name='active')),
                ('date_joined', models.DateTimeField(default=django.utils.timezone.now, verbose_name='date joined')),
                ('name', models.CharField(max_length=40, verbose_name='name')),
                ('token', models.CharField(default=youju.orgs.tokens.new_token, editable=False, max_length=16, unique=True)),
                ('log_ins_ended', models.PositiveIntegerField(default=0, editable=False)),
                ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
                ('unit', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='members', to='orgs.unit', verbose_name='unit')),
            ],
            options={
                'verbose_name': 'member',
                'verbose_name_plural': 'members',
                'ordering': ['username'],
            },
            managers=[
                ('objects', django.contrib.auth.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name='AuditRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(default=youju.lib.clock.now, verbose_name='time')),
                ('actor', models.CharField(max_length=16, verbose_name='actor')),
                ('action', models.CharField(max_length=40, verbose_name='action')),
                ('target', models.CharField(max_length=80, verbose_name='target')),
                ('detail', models.JSONField(default=dict, verbose_name='detail')),
            ],
            options={
                'verbose_name': 'audit row',
                'verbose_name_plural': 'audit rows',
                'indexes': [models.Index(fields=['target', 'at'], name='audit_by_target'), models.Index(fields=['actor', 'at'], name='audit_by_actor'), models.Index(fields=['action', 'at'], name='audit_by_action'), models.Index(fields=['at'], name='audit_by_time')],
            },
        ),
        migrations.CreateModel(
            name='OpenLogIn',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('session', models.CharField(max_length=40, unique=True)),
                ('address', models.CharField(max_length=45, verbose_name='address')),
                ('browser', models.CharField(max_length=80, verbose_name='browser')),
                ('at', models.DateTimeField(default=youju.lib.clock.now, verbose_name='logged in at')),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='open_log_ins', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'open log-in',
                'verbose_name_plural': 'open log-ins',
            },
        ),
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('token', models.CharField(default=youju.orgs.tokens.new_token, editable=False, max_length=16, unique=True)),
                ('name', models.CharField(max_length=40, verbose_name='name')),
                ('minor_until', models.DateField(blank=True, null=True, verbose_name='under age until')),
                ('member', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='person', to=settings.AUTH_USER_MODEL, verbose_name='account')),
                ('merged_into', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged', to='orgs.person', verbose_name='same person as')),
            ],
            options={
                'verbose_name': 'person',
                'verbose_name_plural': 'persons',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(blank=True, null=True, verbose_name='since')),
                ('until', models.DateField(blank=True, null=True, verbose_name='until')),
                ('post', models.CharField(blank=True, max_length=40, verbose_name='post')),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='orgs.group', verbose_name='group')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='orgs.person', verbose_name='person')),
            ],
            options={
                'verbose_name': 'membership',
                'verbose_name_plural': 'memberships',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Sequence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=40, verbose_name='name')),
                ('year', models.PositiveSmallIntegerField(verbose_name='year')),
                ('next', models.PositiveIntegerField(default=1, verbose_name='next number')),
            ],
            options={
                'verbose_name': 'sequence of numbers',
                'verbose_name_plural': 'sequences of numbers',
                'constraints': [models.UniqueConstraint(fields=('name', 'year'), name='one_sequence_per_name_and_year')],
            },
        ),
        migrations.CreateModel(
            name='Placement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('stands', models.BooleanField(default=True, verbose_name='stands')),
                ('since', models.DateField(blank=True, null=True, verbose_name='since')),
                ('until', models.DateField(blank=True, null=True, verbose_name='until')),
                ('seq', models.BigIntegerField(verbose_name='entry')),
                ('heir', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.unit', verbose_name='merged into')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.unit', verbose_name='parent')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='placements', to='orgs.unit', verbose_name='unit')),
            ],
            options={
                'verbose_name': 'placement',
                'verbose_name_plural': 'placements',
                'ordering': ['seq', 'pk'],
            },
        ),
        migrations.AddField(
            model_name='group',
            name='unit',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='groups', to='orgs.unit', verbose_name='unit'),
        ),
        migrations.CreateModel(
            name='WrongTry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=80)),
                ('at', models.DateTimeField(default=youju.lib.clock.now)),
                ('address', models.CharField(max_length=45)),
            ],
            options={
                'verbose_name': 'wrong try',
                'verbose_name_plural': 'wrong tries',
                'indexes': [models.Index(fields=['key', 'at'], name='wrong_tries_by_key')],
            },
        ),
        migrations.CreateModel(
            name='Keeper',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='keepers', to='orgs.group', verbose_name='group')),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='kept_groups', to=settings.AUTH_USER_MODEL, verbose_name='member')),
            ],
            options={
                'verbose_name': 'keeper',
                'verbose_name_plural': 'keepers',
                'constraints': [models.UniqueConstraint(fields=('group', 'member'), name='one_keeper_once_per_group')],
            },
        ),
        migrations.CreateModel(
            name='Consent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('purpose', models.CharField(choices=[('public_name', 'name made public'), ('public_picture', 'picture made public'), ('volunteering', 'taking part as a volunteer'), ('contest', 'taking part in a contest')], max_length=20, verbose_name='purpose')),
                ('by', models.CharField(choices=[('self', 'the person'), ('guardian', 'a guardian')], max_length=10, verbose_name='given by')),
                ('on', models.DateField(verbose_name='given on')),
                ('until', models.DateField(blank=True, null=True, verbose_name='until')),
                ('withdrawn', models.DateField(blank=True, null=True, verbose_name='withdrawn on')),
                ('sha256', models.CharField(blank=True, max_length=64, verbose_name='paper')),
                ('reference', models.CharField(blank=True, max_length=120, verbose_name='filed under')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='consents', to='orgs.person', verbose_name='person')),
            ],
            options={
                'verbose_name': 'consent',
                'verbose_name_plural': 'consents',
                'ordering': ['id'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('sha256', ''), _negated=True), models.Q(('reference', ''), _negated=True), _connector='OR'), name='consent_has_a_paper')],
            },
        ),
        migrations.CreateModel(
            name='RecoveryCode',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64)),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='recovery_codes', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'recovery code',
                'verbose_name_plural': 'recovery codes',
                'constraints': [models.UniqueConstraint(fields=('member', 'digest'), name='one_recovery_code_once_per_member')],
            },
        ),
        migrations.CreateModel(
            name='Term',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=40, verbose_name='name')),
                ('first', models.DateField(verbose_name='first day')),
                ('last', models.DateField(verbose_name='last day')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='terms', to='orgs.unit', verbose_name='unit')),
            ],
            options={
                'verbose_name': 'term',
                'verbose_name_plural': 'terms',
                'ordering': ['first', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('unit', 'name'), name='one_term_of_a_name_per_unit'), models.CheckConstraint(condition=models.Q(('first__lte', models.F('last'))), name='term_ends_after_it_began')],
            },
        ),
        migrations.CreateModel(
            name='Tenure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('post', models.CharField(blank=True, max_length=40, verbose_name='post')),
                ('since', models.DateField(blank=True, null=True, verbose_name='since')),
                ('until', models.DateField(blank=True, null=True, verbose_name='until')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tenures', to='orgs.person', verbose_name='person')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tenures', to='orgs.unit', verbose_name='unit')),
            ],
            options={
                'verbose_name': 'tenure',
                'verbose_name_plural': 'tenures',
                'ordering': ['id'],
                'indexes': [models.Index(fields=['unit', 'since'], name='tenure_by_unit')],
            },
        ),
        migrations.CreateModel(
            name='RoleGrant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('liaison', 'liaison'), ('reviewer', 'reviewer'), ('officer', 'officer'), ('signer', 'signing leader'), ('auditor', 'auditor'), ('admin', 'administrator')], max_length=10, verbose_name='role')),
                ('since', models.DateField(blank=True, null=True, verbose_name='since')),
                ('until', models.DateField(blank=True, null=True, verbose_name='until')),
                ('sections', models.JSONField(blank=True, default=list, help_text='Codes of the sections it is for; empty for all of them.', verbose_name='sections')),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='grants', to=settings.AUTH_USER_MODEL, verbose_name='member')),
                ('stands_in_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='deputies', to=settings.AUTH_USER_MODEL, verbose_name='stands in for')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='grants', to='orgs.unit', verbose_name='unit')),
            ],
            options={
                'verbose_name': 'role grant',
                'verbose_name_plural': 'role grants',
                'constraints': [models.UniqueConstraint(fields=('member', 'role', 'unit', 'since'), name='one_grant_per_role_unit_and_day')],
            },
        ),
        migrations.CreateModel(
            name='UnitAlias',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=80, verbose_name='name')),
                ('since', models.DateField(blank=True, null=True, verbose_name='since')),
                ('until', models.DateField(blank=True, null=True, verbose_name='until')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='aliases', to='orgs.unit')),
            ],
            options={
                'verbose_name': 'alias',
                'verbose_name_plural': 'aliases',
                'constraints': [models.UniqueConstraint(fields=('unit', 'name'), name='one_alias_once_per_unit')],
            },
        ),
    ]
