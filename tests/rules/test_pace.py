"""The flood limit: a person is told once, then unheard until they slow down; nobody else is concerned."""

from bot.workflows.rules.pace import Admission, Pace


def test_a_burst_is_heard_then_told_once_then_quiet() -> None:
    pace = Pace(burst=3, per_second=1)

    verdicts = [pace.admit(1, seconds=0) for _ in range(6)]

    assert verdicts == [Admission.ADMIT] * 3 + [Admission.TELL] + [Admission.QUIET] * 2


def test_a_person_who_pauses_is_heard_again_and_told_again() -> None:
    pace = Pace(burst=1, per_second=1)
    pace.admit(1, seconds=0)
    pace.admit(1, seconds=0)

    assert pace.admit(1, seconds=5.5) is Admission.ADMIT
    assert pace.admit(1, seconds=5.6) is Admission.TELL


def test_a_person_who_goes_on_too_fast_is_told_now_and_then_that_nothing_counts() -> None:
    pace = Pace(burst=1, per_second=1)

    verdicts = [pace.admit(1, seconds=n / 2) for n in range(64)]

    assert [n for n, verdict in enumerate(verdicts) if verdict is Admission.TELL] == [1, 31, 61]
    assert verdicts.count(Admission.ADMIT) == 1


def test_a_person_who_slows_down_is_heard_at_once() -> None:
    pace = Pace(burst=1, per_second=1)

    verdicts = [pace.admit(1, seconds=at) for at in (0, 0.1, 0.2, 2.3, 4.4, 6.5)]

    assert verdicts == [Admission.ADMIT, Admission.TELL, Admission.QUIET] + [Admission.ADMIT] * 3


def test_a_press_leaves_the_telling_to_the_words_after_it() -> None:
    pace = Pace(burst=1, per_second=1)
    pace.admit(1, seconds=0)

    assert pace.admit(1, seconds=0.1, tells=False) is Admission.QUIET
    assert pace.admit(1, seconds=0.2) is Admission.TELL
    assert pace.admit(1, seconds=0.3, album="a") is Admission.QUIET


def test_one_persons_flood_is_nobody_elses() -> None:
    pace = Pace(burst=1, per_second=1)
    for _ in range(5):
        pace.admit(1, seconds=0)

    assert pace.admit(2, seconds=0) is Admission.ADMIT


def test_an_album_counts_as_one() -> None:
    pace = Pace(burst=1, per_second=1)

    assert [pace.admit(1, 0, album="a") for _ in range(10)] == [Admission.ADMIT] * 10


def test_forgotten_buckets_do_not_pile_up() -> None:
    pace = Pace(burst=1, per_second=1)

    for key in range(25_000):
        pace.admit(key, seconds=float(key))

    assert len(pace._buckets) <= 10_001
