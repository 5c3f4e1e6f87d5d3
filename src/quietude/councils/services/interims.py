"""Acts on the interim of the coordination."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from quietude.councils.gate import Here
from quietude.councils.models import Interim


def name_interim(here: Here, values: dict[str, Any]) -> Interim:
    """Say who stands in for the coordination from a day on; the interim that ran ends the day before."""
    day_before = values["starts_on"] - timedelta(days=1)
    running = Interim.objects.filter(council=here.council).current(values["starts_on"])
    running.filter(starts_on__lt=values["starts_on"]).update(ends_on=day_before)
    running.filter(starts_on=values["starts_on"]).delete()
    interim = Interim.objects.create(council=here.council, **values)
    here.write_register("create", object_type="interim", object_reference=interim.pk)
    return interim


def end_interim(here: Here, interim: Interim) -> None:
    """The interim ends: it held until yesterday, or never did when it began today."""
    yesterday = timezone.localdate() - timedelta(days=1)
    here.write_register("end", object_type="interim", object_reference=interim.pk)
    if interim.starts_on > yesterday:
        interim.delete()
    else:
        interim.ends_on = yesterday
        interim.save(update_fields=["ends_on"])
