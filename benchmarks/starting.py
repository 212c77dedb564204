"""What it costs to have the bot at all: the time to import it, and the memory it then holds."""

from __future__ import annotations

import subprocess
import sys
from statistics import median

# The peak that `resource` tells begins with that of the parent process; Linux has one that does not.
_SCRIPT = """
import pathlib, resource, time
start = time.process_time()
import bot.app
spent = time.process_time() - start
status = pathlib.Path("/proc/self/status")
lines = status.read_text().splitlines() if status.exists() else ()
peak = next((int(line.split()[1]) for line in lines if line.startswith("VmHWM")), None)
print(spent, (peak or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) / 1024)
"""


def starts(times: int = 3) -> str:
    """A line about fresh processes that import the bot: median processor time, and memory in use at most."""
    found = [_start() for _ in range(times)]
    seconds, megabytes = (median(column) for column in zip(*found, strict=True))
    return f"import of the bot: {seconds:.1f} s of processor time, {megabytes:.0f} MB"


def _start() -> tuple[float, float]:
    said = subprocess.run([sys.executable, "-c", _SCRIPT], check=True, capture_output=True, text=True).stdout
    seconds, megabytes = said.split()
    return float(seconds), float(megabytes)
