"""A crew of processes that work through tasks, one thing of a task after another.

A thing that takes too long, or on which its process dies, is given up: it is marked so
and its task is done again; everything else goes on.
"""

import multiprocessing
import signal
from collections import Counter, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from math import inf
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from time import monotonic
from typing import Any, Generic, Literal, Protocol, TypeVar

from antinomy.values import InputError

T = TypeVar("T")
R = TypeVar("R")
Thing_contra = TypeVar("Thing_contra", contravariant=True)
Result_co = TypeVar("Result_co", covariant=True)
GivenUp = Literal["too_slow", "worker_died"]

_START = 300.0  # seconds in which a process must have begun, or ended a task
_TRIES = 3  # times that a process may fail without a thing to blame
_READY = -1
_SPAWN = multiprocessing.get_context("spawn")


class Hand(Protocol[Thing_contra, Result_co]):
    """What works in one process of a crew."""

    def take(self, thing: Thing_contra) -> None:
        """Work on one thing of a task."""

    def finish(self) -> Result_co:
        """End the task, and give what came of it."""


@dataclass(frozen=True, slots=True)
class Task(Generic[T]):
    """Things to be worked on one after the other, under one name."""

    name: str
    things: tuple[T, ...]


@dataclass(frozen=True, slots=True)
class _Done(Generic[R]):
    result: R


@dataclass(frozen=True, slots=True)
class _Refused:
    """What kept a hand from ending its task, as a disk that is full."""

    why: str


class Crew(Generic[T, R]):
    """Processes, each with a hand that ``opening`` makes in it once.

    ``seconds`` is what one thing may take; ``give_up`` marks a thing as given up.
    """

    def __init__(
        self,
        opening: Callable[[], Hand[T, R]],
        jobs: int,
        seconds: float,
        give_up: Callable[[T, GivenUp], T],
    ) -> None:
        self._opening = opening
        self._jobs = jobs
        self._seconds = seconds
        self._give_up = give_up
        self._members: list[_Member[T]] = []
        self._ahead: deque[Task[T]] = deque()
        self._failed: Counter[str] = Counter()

    def run(self, tasks: Iterator[Task[T]]) -> Iterator[tuple[Task[T], R]]:
        """Do the tasks and give each as it ends; at most ``jobs`` wait to be done.

        Raises:
            InputError: a hand cannot end its task, or processes cannot be kept alive.
        """
        try:
            while self._assign(tasks):
                soonest = min(member.until for member in self._members)
                left = None if soonest == inf else max(soonest - monotonic(), 0)
                wait([member.pipe for member in self._members], left)
                for member in tuple(self._members):
                    if member.pipe.poll():
                        yield from self._hear(member)
                    elif monotonic() >= member.until:
                        self._lose(member, "too_slow")
        finally:
            for member in self._members:
                member.end()

    def _assign(self, tasks: Iterator[Task[T]]) -> bool:
        """Give tasks to those who are free; tell whether any work is left."""
        busy = sum(member.task is not None for member in self._members)
        while len(self._ahead) < max(self._jobs - busy, 1):
            if (task := next(tasks, None)) is None:
                break
            self._ahead.append(task)
            self._grow(busy)
        self._grow(busy)
        for member in self._members:
            if self._ahead and member.is_free:
                member.give(self._ahead.popleft())
                busy += 1
        return bool(busy or self._ahead)

    def _grow(self, busy: int) -> None:
        while len(self._members) < min(self._jobs, busy + len(self._ahead)):
            self._members.append(_Member(self._opening))

    def _hear(self, member: "_Member[T]") -> Iterator[tuple[Task[T], R]]:
        try:
            while member.pipe.poll():
                told: int | _Refused | _Done[R] = member.pipe.recv()
                match told:
                    case int(place):
                        member.reached(place, self._seconds)
                    case _Refused(why):
                        raise InputError(why)
                    case _Done(result):
                        yield member.freed(), result
        except (EOFError, ConnectionError):
            self._lose(member, "worker_died")

    def _lose(self, member: "_Member[T]", why: GivenUp) -> None:
        """End a process; what it was at is given up, its task done again."""
        member.end()
        self._members.remove(member)
        task = member.task
        if task is not None and member.at in range(len(task.things)):
            things = list(task.things)
            things[member.at] = self._give_up(things[member.at], why)
            task = replace(task, things=tuple(things))
        else:
            name = task.name if task else ""
            self._failed[name] += 1
            if self._failed[name] == _TRIES:
                message = (
                    f"{_TRIES} processes of the reader ended without an answer: is"
                    " there memory enough? Try fewer --jobs"
                )
                raise InputError(message)
        if task is not None:
            self._ahead.appendleft(task)


class _Member(Generic[T]):
    """One process, the task it has, and where in it it is."""

    def __init__(self, opening: Callable[[], Hand[T, Any]]) -> None:
        self.pipe, theirs = _SPAWN.Pipe()
        self._process = _SPAWN.Process(
            target=_serve, args=(theirs, opening), daemon=True
        )
        with _uninterrupted():
            self._process.start()
        theirs.close()
        self.task: Task[T] | None = None
        self.at = _READY
        self.until = monotonic() + _START
        self.is_free = False

    def give(self, task: Task[T]) -> None:
        self.task, self.is_free = task, False
        self.at, self.until = _READY, monotonic() + _START
        try:
            self.pipe.send(task)
        except ConnectionError:
            return  # it died: that is heard next

    def reached(self, place: int, seconds: float) -> None:
        """Note what it is at now."""
        self.at = place
        if self.task is None:
            self.is_free, self.until = True, inf
        elif place < len(self.task.things):
            self.until = monotonic() + seconds
        else:
            self.until = monotonic() + _START

    def freed(self) -> Task[T]:
        assert self.task is not None
        task, self.task = self.task, None
        self.is_free, self.until = True, inf
        return task

    def end(self) -> None:
        self.pipe.close()
        self._process.kill()
        self._process.join()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Begin a process that Ctrl-C does not reach: who gave the work ends it."""
    resource_tracker.ensure_running()  # begun within, it would let Ctrl-C through
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(pipe: Connection, opening: Callable[[], Hand[Any, Any]]) -> None:
    """Work in a process until whoever gives the work is gone."""
    hand = opening()
    try:
        pipe.send(_READY)
        while True:
            task = pipe.recv()
            for place, thing in enumerate(task.things):
                pipe.send(place)
                hand.take(thing)
            pipe.send(len(task.things))
            pipe.send(_finished(hand))
    except (EOFError, ConnectionError):
        return


def _finished(hand: Hand[Any, Any]) -> object:
    try:
        return _Done(hand.finish())
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        return _Refused(f"a part cannot be written: {reason}")
