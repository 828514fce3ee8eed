"""Time zones as people look for them: by the city, whatever its accents, or by the IANA name."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfoNotFoundError

from tzlocal import reload_localzone

from consultation.reading.people import plain

TABLE = "zone.tab"
"""Which zones there are today, without the older names for the same; a third column has the name."""


def zones_for(typed: str, most: int = 12) -> list[str]:
    """Return the zones whose names hold what is typed, those whose city begins with it first."""
    wanted = plain(typed).replace(" ", "_")
    found = [zone for zone in _zones() if wanted in plain(zone)]
    return sorted(found, key=lambda zone: (not _city(zone).startswith(wanted), zone))[:most]


def zone_typed(typed: str) -> str:
    """Return the zone of that name or of the one city of that name; empty where there is none."""
    wanted = plain(typed).replace(" ", "_")
    found = [zone for zone in _zones() if plain(zone) == wanted] or [z for z in _zones() if _city(z) == wanted]
    return found[0] if len(found) == 1 else ""


def zone_here() -> str:
    """Return the zone this laptop is set to, UTC where it does not say or names no place."""
    try:
        zone = str(reload_localzone())  # asked anew: a laptop travels while the program is open
    except (ZoneInfoNotFoundError, OSError):
        return "UTC"
    return zone if "/" in zone and not zone.startswith("Etc/") else "UTC"


def _city(zone: str) -> str:
    return plain(zone.rpartition("/")[2])


@cache
def _zones() -> tuple[str, ...]:
    lines = files("tzdata.zoneinfo").joinpath(TABLE).read_text(encoding="utf-8").splitlines()
    return tuple(sorted({"UTC", *(line.split("\t")[2] for line in lines if line and not line.startswith("#"))}))
