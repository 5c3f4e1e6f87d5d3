import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('councils', '0001_initial'),
        ('strategy', '0002_frameworks'),
        ('territories', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='FundingProgramme',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(max_length=40, unique=True, verbose_name='code')),
                ('name', models.CharField(max_length=200, verbose_name='nom')),
                ('funder', models.CharField(max_length=200, verbose_name='financeur')),
                ('purpose', models.CharField(max_length=500, verbose_name='ce qu’il paie')),
                ('categories', models.JSONField(default=list, verbose_name='publics')),
                ('keywords', models.JSONField(default=list, verbose_name='mots')),
                ('documents', models.JSONField(default=list, verbose_name='pièces demandées')),
                ('channel', models.CharField(blank=True, max_length=200, verbose_name='où déposer')),
                ('source', models.CharField(max_length=500, verbose_name='source')),
                ('sureness', models.CharField(max_length=20, verbose_name='sûreté')),
            ],
            options={
                'verbose_name': 'programme de financement',
                'verbose_name_plural': 'programmes de financement',
                'ordering': ['funder', 'name'],
            },
        ),
        migrations.CreateModel(
            name='Signatory',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='rang')),
                ('name', models.CharField(max_length=150, verbose_name='nom')),
                ('quality', models.CharField(max_length=200, verbose_name='qualité')),
                ('signed_on', models.DateField(blank=True, null=True, verbose_name='signé le')),
            ],
            options={
                'verbose_name': 'signataire',
                'verbose_name_plural': 'signataires',
                'ordering': ['baseline', 'position', 'id'],
            },
        ),
        migrations.AddField(
            model_name='actionsheet',
            name='age_from',
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='à partir de (ans)'),
        ),
        migrations.AddField(
            model_name='actionsheet',
            name='age_to',
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='jusqu’à (ans)'),
        ),
        migrations.AddField(
            model_name='actionsheet',
            name='blocked_by_body',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='councils.organisation', verbose_name='organisme attendu'),
        ),
        migrations.AddField(
            model_name='actionsheet',
            name='blocked_by_sheet',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='blocks', to='strategy.actionsheet', verbose_name='fiche qui la bloque'),
        ),
        migrations.AddField(
            model_name='actionsheet',
            name='blocked_on',
            field=models.DateField(blank=True, null=True, verbose_name='bloquée depuis le'),
        ),
        migrations.AddField(
            model_name='actionsheet',
            name='completeness_percent',
            field=models.PositiveSmallIntegerField(default=0, editable=False, verbose_name='complète à'),
        ),
        migrations.AddField(
            model_name='actionsheet',
            name='has_indicator',
            field=models.BooleanField(default=False, editable=False, verbose_name='a un indicateur'),
        ),
        migrations.AddField(
            model_name='actionsheet',
            name='next_due_on',
            field=models.DateField(editable=False, null=True, verbose_name='prochaine échéance ouverte'),
        ),
        migrations.AddField(
            model_name='actionsheet',
            name='outside_strategy',
            field=models.BooleanField(default=False, verbose_name='menée par un partenaire, hors de la stratégie'),
        ),
        migrations.AddField(
            model_name='actionsheet',
            name='planned_total',
            field=models.DecimalField(decimal_places=2, editable=False, max_digits=14, null=True, verbose_name='prévu en tout'),
        ),
        migrations.AddField(
            model_name='actionsheet',
            name='precision',
            field=models.CharField(choices=[('day', 'au jour'), ('month', 'au mois'), ('year', 'à l’année')], default='day', max_length=10, verbose_name='dates connues'),
        ),
        migrations.AddField(
            model_name='actionsheet',
            name='priority',
            field=models.CharField(choices=[('high', 'haute'), ('normal', 'normale'), ('low', 'basse')], default='normal', max_length=10, verbose_name='priorité'),
        ),
        migrations.AddField(
            model_name='actionsheet',
            name='progress',
            field=models.PositiveSmallIntegerField(default=0, editable=False, verbose_name='avancement'),
        ),
        migrations.AddField(
            model_name='actionsheet',
            name='recurrence',
            field=models.CharField(blank=True, choices=[('once', 'une seule fois'), ('weekly', 'chaque semaine'), ('monthly', 'chaque mois'), ('quarterly', 'chaque trimestre'), ('school_year', 'chaque année scolaire'), ('yearly', 'chaque année'), ('continuous', 'toute l’année')], max_length=12, verbose_name='rythme'),
        ),
        migrations.AddField(
            model_name='actionsheet',
            name='referent',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='councils.professional', verbose_name='élu référent'),
        ),
        migrations.AddField(
            model_name='actionsheet',
            name='visibility',
            field=models.CharField(choices=[('council', 'tous les membres du conseil'), ('restricted', 'pilote, partenaires et pilotage du conseil'), ('public', 'tout le monde, sur les pages publiques du conseil')], default='council', max_length=10, verbose_name='lisible par'),
        ),
        migrations.AddField(
            model_name='actionsheet',
            name='weight',
            field=models.PositiveSmallIntegerField(default=1, verbose_name='poids dans l’avancement'),
        ),
        migrations.AddField(
            model_name='fundingline',
            name='justified_on',
            field=models.DateField(blank=True, null=True, verbose_name='compte rendu remis le'),
        ),
        migrations.AddField(
            model_name='fundingline',
            name='one_year',
            field=models.BooleanField(default=False, verbose_name='accordé pour un an seulement'),
        ),
        migrations.AddField(
            model_name='fundingline',
            name='state',
            field=models.CharField(choices=[('to_ask', 'à demander'), ('asked', 'demandé'), ('granted', 'accordé'), ('refused', 'refusé'), ('paid', 'versé'), ('justified', 'justifié')], default='asked', max_length=10, verbose_name='état'),
        ),
        migrations.AddField(
            model_name='indicator',
            name='baseline_on',
            field=models.DateField(blank=True, null=True, verbose_name='valeur de départ au'),
        ),
        migrations.AddField(
            model_name='indicator',
            name='definition',
            field=models.TextField(blank=True, verbose_name='définition'),
        ),
        migrations.AddField(
            model_name='indicator',
            name='direction',
            field=models.CharField(choices=[('up', 'plus, c’est mieux'), ('down', 'moins, c’est mieux')], default='up', max_length=4, verbose_name='sens'),
        ),
        migrations.AddField(
            model_name='indicator',
            name='figure',
            field=models.CharField(blank=True, max_length=60, verbose_name='chiffre de la plateforme'),
        ),
        migrations.AddField(
            model_name='indicator',
            name='measured_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='councils.professional', verbose_name='qui mesure'),
        ),
        migrations.AddField(
            model_name='indicator',
            name='rhythm',
            field=models.CharField(blank=True, choices=[('monthly', 'chaque mois'), ('quarterly', 'chaque trimestre'), ('half_yearly', 'chaque semestre'), ('yearly', 'chaque année')], max_length=12, verbose_name='rythme des mesures'),
        ),
        migrations.AddField(
            model_name='journalentry',
            name='kind',
            field=models.CharField(choices=[('note', 'fait'), ('decision', 'décision et sa raison')], default='note', max_length=10, verbose_name='nature'),
        ),
        migrations.AddField(
            model_name='measurement',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='saisie par'),
        ),
        migrations.AddField(
            model_name='sheetversion',
            name='rows',
            field=models.JSONField(default=list, verbose_name='lignes'),
        ),
        migrations.AddField(
            model_name='sheetversion',
            name='section',
            field=models.CharField(blank=True, max_length=20, verbose_name='rubrique'),
        ),
        migrations.AddField(
            model_name='step',
            name='cost',
            field=models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, verbose_name='coût'),
        ),
        migrations.AddField(
            model_name='step',
            name='starts_on',
            field=models.DateField(blank=True, null=True, verbose_name='à partir du'),
        ),
        migrations.AlterField(
            model_name='indicator',
            name='frequency',
            field=models.CharField(blank=True, max_length=80, verbose_name='fréquence, telle qu’elle est écrite'),
        ),
        migrations.CreateModel(
            name='AcceptedGap',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('row', models.CharField(max_length=60, verbose_name='ligne')),
                ('column', models.CharField(max_length=60, verbose_name='colonne')),
                ('reason', models.CharField(max_length=300, verbose_name='raison')),
                ('on', models.DateField(auto_now_add=True, verbose_name='le')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='assumé par')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='councils.council', verbose_name='conseil')),
                ('strategy', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='accepted_gaps', to='strategy.strategy', verbose_name='stratégie')),
            ],
            options={
                'verbose_name': 'vide assumé',
                'verbose_name_plural': 'vides assumés',
            },
        ),
        migrations.CreateModel(
            name='Baseline',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField(verbose_name='version')),
                ('kind', models.CharField(choices=[('signature', 'signature'), ('amendment', 'avenant'), ('milestone', 'point d’étape')], default='signature', max_length=10, verbose_name='nature')),
                ('signed_on', models.DateField(verbose_name='date')),
                ('deliberation', models.CharField(blank=True, max_length=100, verbose_name='numéro de la délibération')),
                ('deliberated_on', models.DateField(blank=True, null=True, verbose_name='date de la délibération')),
                ('reason', models.CharField(blank=True, max_length=500, verbose_name='objet')),
                ('portrait', models.JSONField(verbose_name='contenu')),
                ('digest', models.CharField(max_length=64, verbose_name='empreinte')),
                ('scan', models.UUIDField(blank=True, null=True, verbose_name='délibération numérisée')),
                ('frozen_at', models.DateTimeField(auto_now_add=True, verbose_name='figée le')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='councils.council', verbose_name='conseil')),
                ('frozen_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='figée par')),
                ('strategy', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='baselines', to='strategy.strategy', verbose_name='stratégie')),
            ],
            options={
                'verbose_name': 'version figée',
                'verbose_name_plural': 'versions figées',
                'ordering': ['strategy', '-number'],
            },
        ),
        migrations.CreateModel(
            name='BaselineSheet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField(verbose_name='rang')),
                ('external_id', models.UUIDField(verbose_name='identifiant stable de la fiche')),
                ('portrait', models.JSONField(verbose_name='contenu')),
                ('baseline', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sheets', to='strategy.baseline', verbose_name='version figée')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='councils.council', verbose_name='conseil')),
            ],
            options={
                'verbose_name': 'fiche figée',
                'verbose_name_plural': 'fiches figées',
                'ordering': ['baseline', 'position'],
            },
        ),
        migrations.CreateModel(
            name='BudgetLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='rang')),
                ('year', models.PositiveSmallIntegerField(verbose_name='année')),
                ('label', models.CharField(blank=True, max_length=200, verbose_name='dépense')),
                ('nature', models.CharField(choices=[('running', 'fonctionnement'), ('investment', 'investissement')], default='running', max_length=10, verbose_name='nature')),
                ('unit', models.CharField(choices=[('euros', '€'), ('full_time', 'ETP')], default='euros', max_length=10, verbose_name='unité')),
                ('planned', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, verbose_name='prévu')),
                ('real', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, verbose_name='réel')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='councils.council', verbose_name='conseil')),
                ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='budget_lines', to='strategy.actionsheet', verbose_name='fiche')),
            ],
            options={
                'verbose_name': 'ligne de budget',
                'verbose_name_plural': 'lignes de budget',
                'ordering': ['sheet', 'year', 'position', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Event',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('road_safety', 'journée de sécurité routière'), ('debate', 'soirée-débat'), ('school', 'intervention scolaire'), ('workshop', 'atelier'), ('public_meeting', 'réunion publique'), ('training', 'formation de professionnels'), ('outing', 'sortie ou chantier'), ('other', 'autre')], default='other', max_length=20, verbose_name='nature')),
                ('title', models.CharField(max_length=300, verbose_name='intitulé')),
                ('held_on', models.DateField(verbose_name='le')),
                ('place', models.CharField(blank=True, max_length=200, verbose_name='lieu')),
                ('public', models.CharField(blank=True, max_length=200, verbose_name='public')),
                ('participants', models.PositiveIntegerField(blank=True, null=True, verbose_name='participants')),
                ('note', models.CharField(blank=True, max_length=500, verbose_name='observation')),
                ('commune', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='territories.commune', verbose_name='commune')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='councils.council', verbose_name='conseil')),
                ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='events', to='strategy.actionsheet', verbose_name='fiche')),
            ],
            options={
                'verbose_name': 'événement',
                'verbose_name_plural': 'événements',
                'ordering': ['sheet', 'held_on', 'id'],
            },
        ),
        migrations.CreateModel(
            name='FundingCall',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=200, verbose_name='intitulé')),
                ('department', models.CharField(blank=True, max_length=3, verbose_name='département')),
                ('year', models.PositiveSmallIntegerField(verbose_name='pour l’année')),
                ('opens_on', models.DateField(blank=True, null=True, verbose_name='ouvre le')),
                ('closes_on', models.DateField(verbose_name='ferme le')),
                ('documents', models.TextField(blank=True, verbose_name='pièces demandées')),
                ('address', models.URLField(blank=True, verbose_name='page de l’appel')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='observation')),
                ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='councils.council', verbose_name='conseil')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='calls', to='strategy.fundingprogramme', verbose_name='programme')),
            ],
            options={
                'verbose_name': 'appel à projets',
                'verbose_name_plural': 'appels à projets',
                'ordering': ['closes_on', 'id'],
            },
        ),
        migrations.AddField(
            model_name='fundingline',
            name='call',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='lines', to='strategy.fundingcall', verbose_name='appel à projets'),
        ),
        migrations.CreateModel(
            name='SavedView',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=60, verbose_name='nom')),
                ('query', models.CharField(max_length=1000, verbose_name='adresse')),
                ('shared', models.BooleanField(default=False, verbose_name='montrée à tous les membres')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='councils.council', verbose_name='conseil')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='auteur')),
            ],
            options={
                'verbose_name': 'vue enregistrée',
                'verbose_name_plural': 'vues enregistrées',
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='SheetAudience',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('category', models.CharField(choices=[('children', 'enfants'), ('pupils', 'collégiens et lycéens'), ('out_of_school', 'jeunes sortis de l’école'), ('young_adults', 'jeunes adultes'), ('parents', 'parents et familles'), ('victims', 'victimes'), ('women', 'femmes'), ('elderly', 'personnes âgées'), ('vulnerable', 'personnes vulnérables'), ('under_justice', 'personnes suivies par la justice'), ('tenants', 'locataires'), ('residents', 'habitants'), ('shopkeepers', 'commerçants'), ('road_users', 'usagers de la route'), ('professionals', 'professionnels')], max_length=20, verbose_name='catégorie')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='councils.council', verbose_name='conseil')),
                ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='audiences', to='strategy.actionsheet', verbose_name='fiche')),
            ],
            options={
                'verbose_name': 'public de la fiche',
                'verbose_name_plural': 'publics de la fiche',
                'ordering': ['sheet', 'id'],
            },
        ),
        migrations.CreateModel(
            name='SheetDocument',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=200, verbose_name='intitulé')),
                ('upload', models.UUIDField(unique=True, verbose_name='fichier')),
                ('added_on', models.DateField(default=django.utils.timezone.localdate, verbose_name='ajouté le')),
                ('added_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='ajouté par')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='councils.council', verbose_name='conseil')),
                ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='documents', to='strategy.actionsheet', verbose_name='fiche')),
            ],
            options={
                'verbose_name': 'document de la fiche',
                'verbose_name_plural': 'documents de la fiche',
                'ordering': ['sheet', '-added_on', '-id'],
            },
        ),
        migrations.CreateModel(
            name='SheetLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('nature', models.CharField(choices=[('completes', 'complète'), ('follows', 'fait suite à'), ('needs', 'a besoin de')], default='completes', max_length=10, verbose_name='lien')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='councils.council', verbose_name='conseil')),
                ('other', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='linked_from', to='strategy.actionsheet', verbose_name='autre fiche')),
                ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links', to='strategy.actionsheet', verbose_name='fiche')),
            ],
            options={
                'verbose_name': 'fiche liée',
                'verbose_name_plural': 'fiches liées',
                'ordering': ['sheet', 'id'],
            },
        ),
        migrations.CreateModel(
            name='SheetNeighbourhood',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='councils.council', verbose_name='conseil')),
                ('neighbourhood', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='territories.neighbourhood', verbose_name='quartier')),
                ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='strategy.actionsheet', verbose_name='fiche')),
            ],
            options={
                'verbose_name': 'quartier de la fiche',
                'verbose_name_plural': 'quartiers de la fiche',
            },
        ),
        migrations.AddField(
            model_name='actionsheet',
            name='neighbourhoods',
            field=models.ManyToManyField(blank=True, related_name='+', through='strategy.SheetNeighbourhood', to='territories.neighbourhood', verbose_name='quartiers'),
        ),
        migrations.CreateModel(
            name='SheetObjective',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='councils.council', verbose_name='conseil')),
                ('objective', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='served_by', to='strategy.objective', verbose_name='objectif')),
                ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='served', to='strategy.actionsheet', verbose_name='fiche')),
            ],
            options={
                'verbose_name': 'objectif servi',
                'verbose_name_plural': 'objectifs servis',
                'ordering': ['sheet', 'objective__position'],
            },
        ),
        migrations.AddIndex(
            model_name='actionsheet',
            index=models.Index(fields=['strategy', 'next_due_on'], name='strategy_sheet_next_due'),
        ),
        migrations.AddConstraint(
            model_name='actionsheet',
            constraint=models.CheckConstraint(condition=models.Q(('age_from__isnull', True), ('age_to__isnull', True), ('age_to__gte', models.F('age_from')), _connector='OR'), name='strategy_actionsheet_ages', violation_error_message='L’âge de fin précède l’âge de début.'),
        ),
        migrations.AddConstraint(
            model_name='actionsheet',
            constraint=models.CheckConstraint(condition=models.Q(('blocked_by_sheet__isnull', True), models.Q(('blocked_by_sheet', models.F('pk')), _negated=True), _connector='OR'), name='strategy_actionsheet_not_self_blocked', violation_error_message='Une fiche ne se bloque pas elle-même.'),
        ),
        migrations.AddField(
            model_name='signatory',
            name='baseline',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='signatories', to='strategy.baseline', verbose_name='version figée'),
        ),
        migrations.AddField(
            model_name='signatory',
            name='council',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='councils.council', verbose_name='conseil'),
        ),
        migrations.AddConstraint(
            model_name='acceptedgap',
            constraint=models.UniqueConstraint(fields=('strategy', 'row', 'column'), name='strategy_acceptedgap_unique', violation_error_message='Ce vide est déjà assumé.'),
        ),
        migrations.AddConstraint(
            model_name='baseline',
            constraint=models.UniqueConstraint(fields=('strategy', 'number'), name='strategy_baseline_number', violation_error_message='Cette version existe déjà.'),
        ),
        migrations.AddConstraint(
            model_name='baselinesheet',
            constraint=models.UniqueConstraint(fields=('baseline', 'external_id'), name='strategy_baselinesheet_unique'),
        ),
        migrations.AddConstraint(
            model_name='budgetline',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('planned__isnull', True), ('planned__gte', 0), _connector='OR'), models.Q(('real__isnull', True), ('real__gte', 0), _connector='OR')), name='strategy_budgetline_positive', violation_error_message='Un montant ne peut pas être négatif.'),
        ),
        migrations.AddConstraint(
            model_name='fundingcall',
            constraint=models.CheckConstraint(condition=models.Q(('opens_on__isnull', True), ('closes_on__gte', models.F('opens_on')), _connector='OR'), name='strategy_fundingcall_window', violation_error_message='L’appel ferme avant d’ouvrir.'),
        ),
        migrations.AddConstraint(
            model_name='savedview',
            constraint=models.UniqueConstraint(fields=('council', 'owner', 'name'), name='strategy_savedview_unique', violation_error_message='Vous avez déjà une vue de ce nom.'),
        ),
        migrations.AddConstraint(
            model_name='sheetaudience',
            constraint=models.UniqueConstraint(fields=('sheet', 'category'), name='strategy_sheetaudience_unique'),
        ),
        migrations.AddConstraint(
            model_name='sheetlink',
            constraint=models.UniqueConstraint(fields=('sheet', 'other', 'nature'), name='strategy_sheetlink_unique', violation_error_message='Ces deux fiches sont déjà liées ainsi.'),
        ),
        migrations.AddConstraint(
            model_name='sheetlink',
            constraint=models.CheckConstraint(condition=models.Q(('sheet', models.F('other')), _negated=True), name='strategy_sheetlink_two_sheets', violation_error_message='Une fiche ne se lie pas à elle-même.'),
        ),
        migrations.AddConstraint(
            model_name='sheetneighbourhood',
            constraint=models.UniqueConstraint(fields=('sheet', 'neighbourhood'), name='strategy_sheetneighbourhood_unique'),
        ),
        migrations.AddConstraint(
            model_name='sheetobjective',
            constraint=models.UniqueConstraint(fields=('sheet', 'objective'), name='strategy_sheetobjective_unique'),
        ),
    ]
