import pytest
from tests.doors.hands import Adder, is_given_up

from antinomy.cli.crew import Crew, Task
from antinomy.values import InputError


def sums(*tasks: tuple[int, ...], jobs: int = 2) -> dict[str, int]:
    """Add up some tasks by a crew that gives up after a second."""
    crew: Crew[int, int] = Crew(Adder, jobs, 1.0, is_given_up)
    given = (Task(f"task {number}", things) for number, things in enumerate(tasks))
    return {task.name: result for task, result in crew.run(given)}


def test_every_task_is_done_once() -> None:
    """Whoever is free takes the next task, and each gives its result."""
    assert {"task 0": 3, "task 1": 7, "task 2": 11} == sums((1, 2), (3, 4), (5, 6))


def test_a_crew_without_work_begins_nothing() -> None:
    """No task, no process."""
    assert {} == sums()


def test_a_thing_that_kills_is_given_up() -> None:
    """A process that dies on a thing costs that thing, and nothing else."""
    assert {"task 0": 2003, "task 1": 7} == sums((1, 13, 2), (3, 4), jobs=1)


def test_a_thing_that_takes_too_long_is_given_up() -> None:
    """A thing that is not done in its time is given up, and the rest goes on."""
    assert {"task 0": 1003, "task 1": 7} == sums((1, 60, 2), (3, 4), jobs=1)


def test_a_full_disk_ends_the_work_with_a_reason() -> None:
    """What no other process could do better is told."""
    with pytest.raises(InputError, match="no space left on device"):
        sums((1, 28))


@pytest.mark.slow
def test_a_task_that_nobody_can_end_is_not_begun_for_ever() -> None:
    """A task that kills three processes without a thing to blame ends the work."""
    with pytest.raises(InputError, match="ended without an answer"):
        sums((1, 99))
