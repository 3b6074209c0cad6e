"""Acts and courses of action by role."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from antinomy.files import Faults, Fields, Node, Scalar, read_document
from antinomy.language import ROOT, Form, Names, parse
from antinomy.values import InputError, Text, did_you_mean


@dataclass(frozen=True, slots=True)
class Course:
    """What a party in one of these roles may do.

    ``is_only_if_stated`` hides a course unless the file itself makes it available.
    """

    id: str
    roles: tuple[str, ...]
    title: Text
    does: tuple[str, ...]
    fixes: Mapping[str, str]
    available_text: str
    available: Form
    is_only_if_stated: bool = False


@dataclass(frozen=True, slots=True)
class CourseBook:
    """All acts and courses."""

    acts: Mapping[str, Text]
    courses: tuple[Course, ...]

    def get(self, course_id: str) -> Course:
        """Give a course by its id."""
        return next(c for c in self.courses if c.id == course_id)


@dataclass(frozen=True, slots=True)
class CourseSheet:
    """``courses.yaml`` as read: the acts are known before any predicate is parsed."""

    acts: Mapping[str, Text]
    nodes: Mapping[str, Node]

    def parse(self, names: Names) -> CourseBook:
        """Read the courses, whose availability is a predicate.

        Raises:
            PackError: with the first fault of each course.
        """
        faults = Faults()
        found = [
            faults.attempt(self._course, course_id, node, names)
            for course_id, node in self.nodes.items()
        ]
        faults.stop()
        return CourseBook(self.acts, tuple(c for c in found if c is not None))

    def _course(self, course_id: str, node: Node, names: Names) -> Course:
        fields = Fields(node)
        written = fields.take("available")
        text = written.text if isinstance(written, Scalar) else "TRUE"
        at = fields.at if written is None else written.at
        course = Course(
            id=course_id,
            roles=fields.words("roles"),
            title=fields.texts("title") or Text(course_id),
            does=fields.words("does"),
            fixes=_fixes(fields, names),
            available_text=text,
            available=parse(text, ROOT, names, at),
            is_only_if_stated=fields.flag("only_if_stated", default=False),
        )
        fields.done()
        for act in course.does:
            if act not in self.acts:
                hint = did_you_mean(act, self.acts)
                raise InputError(f"{act!r} is not an act{hint}", fields.at)
        return course


def read_courses(path: Path) -> CourseSheet:
    """Read ``courses.yaml``: the acts at once, the courses when names are known."""
    fields = Fields(read_document(path))
    acts = Fields(fields.need("acts"))
    titles = {name: acts.texts(name) or Text(name) for name in acts.names()}
    courses = Fields(fields.need("courses"))
    nodes = {name: courses.need(name) for name in courses.names()}
    fields.done()
    return CourseSheet(titles, nodes)


def _fixes(fields: Fields, names: Names) -> dict[str, str]:
    """Read the facts of the transaction that a course fixes."""
    node = fields.take("fixes")
    if node is None:
        return {}
    inside = Fields(node)
    fixed = {name: inside.text(name) for name in inside.names()}
    for name in fixed:
        if names.schema.resolve(name, ROOT) is None:
            known = [fact.name for fact in names.schema.facts if fact.scope == ROOT]
            hint = did_you_mean(name, known)
            raise InputError(f"{name!r} is no fact{hint}", inside.node.keys[name])
    return fixed
