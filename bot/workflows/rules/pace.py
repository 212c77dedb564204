"""The flood limit: how many updates one person may send before the bot asks them to slow down, by a token bucket."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

PAUSE = 5.0  #: seconds of silence after which somebody who was told to slow down is heard again


class Admission(Enum):
    """Whether an update is admitted."""

    ADMIT = "admit"
    TELL = "tell"  #: one too many: the person is told to slow down
    QUIET = "quiet"  #: one too many, and they were told already


@dataclass(slots=True)
class _Bucket:
    tokens: float
    at: float
    told: bool = False
    album: str = ""


class Pace:
    """The buckets of all people, by key. They are kept in this process only: after a restart, all are full."""

    def __init__(self, burst: int, per_second: float) -> None:
        self._burst = burst
        self._rate = per_second
        self._buckets: dict[int, _Bucket] = {}

    def admit(self, key: int, seconds: float, album: str = "") -> Admission:
        """Whether to take one more update at that second of the clock; all files of an album count as one."""
        if len(self._buckets) > 10_000:
            self._forget(seconds)
        bucket = self._buckets.setdefault(key, _Bucket(self._burst, seconds))
        if album and album == bucket.album and not bucket.told:
            return Admission.ADMIT
        silence = max(0.0, seconds - bucket.at)
        bucket.tokens = min(self._burst, bucket.tokens + silence * self._rate)
        bucket.at = seconds
        if bucket.tokens >= 1 and not (bucket.told and silence < PAUSE):
            bucket.tokens -= 1
            bucket.album = album
            bucket.told = False
            return Admission.ADMIT
        if bucket.told:
            return Admission.QUIET
        bucket.told = True
        return Admission.TELL

    def _forget(self, seconds: float) -> None:
        full = self._burst / self._rate
        self._buckets = {key: b for key, b in self._buckets.items() if seconds - b.at < full}
