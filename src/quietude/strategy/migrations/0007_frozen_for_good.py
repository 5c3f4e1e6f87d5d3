import django.db.models.deletion
from django.db import migrations, models

TABLES = {
    "strategy_baseline": (
        "council_id, strategy_id, number, kind, signed_on, deliberation, deliberated_on, reason, portrait, digest, "
        "scan, frozen_at"
    ),
    "strategy_baselinesheet": "council_id, baseline_id, position, external_id, portrait",
    "strategy_signatory": "council_id, baseline_id, position, name, quality, signed_on",
}
REFUSAL = "a frozen version is never changed"
SQLITE = """
    CREATE TRIGGER {table}_frozen BEFORE UPDATE OF {columns} ON {table}
    BEGIN SELECT RAISE(ABORT, '{refusal}'); END
"""
POSTGRESQL_FUNCTION = f"""
    CREATE FUNCTION strategy_frozen_refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END $$
"""
POSTGRESQL = """
    CREATE TRIGGER {table}_frozen BEFORE UPDATE OF {columns} ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION strategy_frozen_refuse()
"""


def arm(apps, schema_editor):
    on_postgres = schema_editor.connection.vendor == "postgresql"
    if on_postgres:
        schema_editor.execute(POSTGRESQL_FUNCTION)
    for table, columns in TABLES.items():
        statement = POSTGRESQL if on_postgres else SQLITE
        schema_editor.execute(statement.format(table=table, columns=columns, refusal=REFUSAL))


def disarm(apps, schema_editor):
    on_postgres = schema_editor.connection.vendor == "postgresql"
    for table in TABLES:
        schema_editor.execute(f"DROP TRIGGER {table}_frozen" + (f" ON {table}" if on_postgres else ""))
    if on_postgres:
        schema_editor.execute("DROP FUNCTION strategy_frozen_refuse()")


class Migration(migrations.Migration):
    """The base itself refuses to change what is frozen, but for the account of who froze it, which may go.

    A strategy with a frozen version is not deleted alone; rows may go with their whole council. On SQLite a later
    change of these tables makes them anew, without their triggers: such a migration arms them again.
    """

    dependencies = [("strategy", "0006_money_reminders")]
    operations = [
        migrations.AlterField(
            model_name="baseline",
            name="strategy",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="baselines",
                to="strategy.strategy",
                verbose_name="stratégie",
            ),
        ),
        migrations.RunPython(arm, disarm),
    ]
