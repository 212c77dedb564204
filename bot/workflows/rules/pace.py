"""The flood limit: how many updates one person may send before the bot asks them to slow down, by a token bucket."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

PAUSE = 5.0  #: seconds of silence after which somebody who was told to slow down is heard again


class Admission(Enum):
    """Whether an update is admitted."""

    ADMIT = "admit"
    TELL = "tell"  #: too many: say so once
    QUIET = "quiet"  #: too many, and said already


@dataclass(slots=True)
class _Bucket:
    tokens: float
    at: float
    told: bool = False
    album: str = ""


class Pace:
    """One bucket for each key. They live in this process only: a restart fills them."""

    def __init__(self, burst: int, per_second: float) -> None:
        self._burst = burst
        self._rate = per_second
        self._buckets: dict[int, _Bucket] = {}

    def admit(self, key: int, seconds: float, album: str = "") -> Admission:
        """Whether one more update is admitted at that second of the clock. An album counts as one."""
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
