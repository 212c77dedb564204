"""`make fuzz`: feeds entrances at length, guided by which lines of `bot` an input reaches (atheris, libFuzzer).

    python -m tests.hostile                       each entrance in turn, in a process of its own
    python -m tests.hostile ent taps --seed 7     only these; the same seed makes the same inputs
    python -m tests.hostile ent FILE              feeds that input again, to see its failure

An input that breaks something is kept in `build/fuzz/`, and how to feed it again is printed. Where atheris is not
to be had, inputs are made in the same way, without being guided. Exits with 1 if anything broke.
"""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import importlib.util
import subprocess
import sys
import tempfile
import time
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.hostile.shape import Fed

KEPT = Path("build/fuzz")
_SECONDS, _MEGABYTES, _BYTES = 20, 2048, 200_000  # at most for one input: its time, the memory, its length
NAMES = (
    *("read-update", "read-button", "read-typed", "read-publication", "read-ent", "read-answer", "read-feed"),
    *("updates", "taps", "words", "inline", "ent", "telegram", "webhook"),
)
_SLOWER = 20  # times as slow as a reader is an entrance that has a world around it


def main() -> None:
    """Feeds the entrances that are named, or all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("named", nargs="*", help=f"entrances ({', '.join(NAMES)}), and files of inputs")
    parser.add_argument("--seed", type=int, default=int(time.time()), help="default: the time")
    parser.add_argument("--runs", type=int, default=4000, help="inputs of each reader; a twentieth elsewhere")
    parser.add_argument("--guided", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    names = [one for one in given.named if one in NAMES]
    files = [Path(one) for one in given.named if one not in NAMES]
    if files:
        asyncio.run(_again(names[0], files))
    elif given.guided:
        _guided(names[0], given.seed, given.runs)
    else:
        broken = [name for name in names or NAMES if _played(name, given.seed, given.runs)]
        sys.exit(1 if broken else 0)


async def _again(name: str, files: list[Path]) -> None:
    """Feeds these inputs to the entrance; what breaks is raised."""
    async with _entrance(name) as fed:
        for file in files:
            await fed.feed(file.read_bytes())
            print(f"{file}: borne")


def _played(name: str, seed: int, runs: int) -> bool:
    """Whether the entrance broke; prints a line, and how to feed what broke it again."""
    KEPT.mkdir(parents=True, exist_ok=True)
    runs = runs if name.startswith("read-") else max(1, runs // _SLOWER)
    print(f"seed {seed}: {name}, {runs} inputs … ", end="", flush=True)
    before, begun = set(KEPT.iterdir()), time.monotonic()
    asked = [sys.executable, "-m", "tests.hostile", name, "--guided", "--seed", str(seed), "--runs", str(runs)]
    done = subprocess.run(asked, capture_output=True, text=True, errors="replace", check=False)
    print(f"{time.monotonic() - begun:.0f} s; {'WRONG' if done.returncode else 'all is well'}")
    if done.returncode:
        (KEPT / f"{name}.log").write_text(done.stdout + done.stderr, encoding="utf-8")
        for file in sorted(set(KEPT.iterdir()) - before - {KEPT / f"{name}.log"}):
            print(f"  {file}: feed it again with `.venv/bin/python -m tests.hostile {name} {file}`")
        print(f"  what was printed: {KEPT / f'{name}.log'}")
    return bool(done.returncode)


def _guided(name: str, seed: int, runs: int) -> None:
    """Feeds the entrance in this process, and ends it: with 0 where everything was borne."""
    if importlib.util.find_spec("atheris") is None:
        asyncio.run(_unguided(name, seed, runs))
        return
    import atheris

    with atheris.instrument_imports(include=["bot"], exclude=["bot.emulator"]):
        import tests.hostile.entrances  # noqa: F401  # all of `bot` that the entrances use
    from tests.hostile.mutations import mutated

    loop, stack = asyncio.new_event_loop(), AsyncExitStack()
    asyncio.set_event_loop(loop)
    fed = loop.run_until_complete(stack.enter_async_context(_entrance(name)))
    corpus = Path(tempfile.mkdtemp())
    for number, raw in enumerate(fed.seeds):
        (corpus / f"{number:04}").write_bytes(raw)

    def feed(raw: bytes) -> None:
        loop.run_until_complete(_fed(name, fed, raw))

    def made(raw: bytes, most: int, chance: int) -> bytes:
        return mutated(raw, Random(chance))[:most]

    bounds = [f"-runs={runs}", f"-max_len={_BYTES}", f"-timeout={_SECONDS}", f"-rss_limit_mb={_MEGABYTES}"]
    told = [f"-seed={seed % 2**32 or 1}", f"-artifact_prefix={KEPT}/{name}-", str(corpus)]
    atheris.Setup([sys.argv[0], *bounds, *told], feed, custom_mutator=made)
    atheris.Fuzz()


async def _unguided(name: str, seed: int, runs: int) -> None:
    """Feeds the entrance with inputs that are made at random; keeps the first that breaks it."""
    from tests.hostile.mutations import mutated

    chance = Random(seed)
    async with _entrance(name) as fed:
        for _ in range(runs):
            await _fed(name, fed, mutated(chance.choice(fed.seeds), chance))


async def _fed(name: str, fed: Fed, raw: bytes) -> None:
    """Feeds the input; keeps one that breaks the entrance, and raises what it raised."""
    try:
        await fed.feed(raw)
    except BaseException:
        (KEPT / f"{name}-crash-{hashlib.sha1(raw).hexdigest()[:12]}").write_bytes(raw)
        raise


def _entrance(name: str) -> AbstractAsyncContextManager[Fed]:
    """The entrance of that name; what it needs is imported only now, instrumented or not."""
    from tests.hostile.entrances import ENTRANCES

    return ENTRANCES[name]()


if __name__ == "__main__":
    main()
