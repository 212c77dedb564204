"""The flood limit: how many updates one person may send before the bot asks them to slow down, by a token bucket."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

PAUSE = 2.0  #: seconds of silence after which somebody who was told to slow down is heard again
AGAIN = 15.0  #: seconds after which somebody who did not slow down is told again


class Admission(Enum):
    """Whether an update is admitted."""

    ADMIT = "admit"
    TELL = "tell"  #: one too many: the person is told to slow down, and that this was not heard
    QUIET = "quiet"  #: one too many, and they were told a moment ago


@dataclass(slots=True)
class _Bucket:
    tokens: float
    at: float
    over: bool = False  #: whether the person went too fast, and has not paused since
    told_at: float | None = None  #: when they were last told so, since they last paused
    album: str = ""


class Pace:
    """The buckets of all people, by key. They are kept in this process only: after a restart, all are full."""

    def __init__(self, burst: int, per_second: float) -> None:
        self._burst = burst
        self._rate = per_second
        self._buckets: dict[int, _Bucket] = {}

    def admit(self, key: int, seconds: float, album: str = "", tells: bool = True) -> Admission:
        """Whether to take one more update at that second of a clock that never goes back.

        All files of an album count as one. Where not `tells`, one too many is QUIET and leaves the telling to the
        next: a press is answered by itself, whatever comes of it.
        """
        if len(self._buckets) > 10_000:
            self._forget(seconds)
        bucket = self._buckets.setdefault(key, _Bucket(self._burst, seconds))
        if album and album == bucket.album and not bucket.over:
            return Admission.ADMIT
        silence = max(0.0, seconds - bucket.at)
        bucket.tokens = min(self._burst, bucket.tokens + silence * self._rate)
        bucket.at = seconds
        if bucket.tokens >= 1 and not (bucket.over and silence < PAUSE):
            bucket.tokens -= 1
            bucket.album, bucket.over, bucket.told_at = album, False, None
            return Admission.ADMIT
        bucket.over = True
        if not tells or (bucket.told_at is not None and seconds - bucket.told_at < AGAIN):
            return Admission.QUIET
        bucket.told_at = seconds
        return Admission.TELL

    def _forget(self, seconds: float) -> None:
        full = self._burst / self._rate
        self._buckets = {key: b for key, b in self._buckets.items() if seconds - b.at < full}
