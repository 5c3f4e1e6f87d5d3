"""How fast the register is written and read again, in processor time: ``python benchmarks/register.py [lines]``."""

import os
import sys
import tempfile
import time
from uuid import uuid4


def main(lines: int) -> None:
    """Write ``lines`` sealed lines in one chain, verify them, and print both speeds."""
    with tempfile.TemporaryDirectory(prefix="quietude-bench-") as folder:
        os.environ |= {"QUIETUDE_DATA": folder, "DJANGO_SETTINGS_MODULE": "quietude.config.settings"}
        import django

        django.setup()
        from django.core.management import call_command
        from django.db import connection, transaction

        from quietude.audit.services import record
        from quietude.audit.verification import verify_chain

        call_command("migrate", "audit", verbosity=0)
        council = uuid4()
        started = time.process_time()
        with transaction.atomic():
            for number in range(lines):
                record(
                    "edit",
                    object_type="sheet",
                    object_reference=number,
                    actor=uuid4(),
                    council=council,
                    details={"n": 3},
                )
        written = time.process_time()
        verdict = verify_chain(str(council))
        verified = time.process_time()
        write, read = lines / (written - started), lines / (verified - written)
        print(f"{verdict.lines} whole lines: {write:,.0f} written/s, {read:,.0f} verified/s")
        connection.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
