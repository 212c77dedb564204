"""How often a bot may write: one message a second to a person, twenty a minute to a group, thirty a second in all."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class _Line:
    """A virtual queue: when its next free place is, in seconds of the clock."""

    free_at: float = 0.0


class Budget:
    """Tells how long to wait before the next message; whoever asks takes the place it is given."""

    def __init__(self, enabled: bool = True, burst: int = 3) -> None:
        self._enabled = enabled
        self._burst = burst
        self._all = _Line()
        self._chats: dict[int, _Line] = {}

    def wait(self, chat_id: int, seconds: float, edit: bool = False) -> float:
        """Seconds until that chat may be written to, asked at that second of the clock.

        Edits count in groups only. A person may be sent a few messages at once, then one a second.
        """
        if not self._enabled:
            return 0.0
        total = _place(self._all, seconds, 1 / 30, 1.0)
        group = chat_id < 0
        if edit and not group:
            return total
        if len(self._chats) > 10_000:
            self._chats = {key: line for key, line in self._chats.items() if line.free_at > seconds}
        line = self._chats.setdefault(chat_id, _Line())
        own = _place(line, seconds, 3.0, 57.0) if group else _place(line, seconds, 1.0, self._burst - 1.0)
        return max(total, own)

    def free(self, chat_id: int, seconds: float) -> bool:
        """Whether that chat may be written to at once; if so, the place is taken."""
        slack = 57.0 if chat_id < 0 else self._burst - 1.0
        line = self._chats.get(chat_id, _Line())
        if self._enabled and (line.free_at - slack > seconds or self._all.free_at - 1.0 > seconds):
            return False
        self.wait(chat_id, seconds)
        return True


def _place(line: _Line, now: float, step: float, slack: float) -> float:
    """Takes the next place of a line that moves every `step` seconds and may run ahead by `slack`."""
    line.free_at = max(line.free_at, now) + step
    return max(0.0, line.free_at - step - slack - now)
