"""``antinomy assess``: one transaction to its matrix, grade, questions and levers."""

from datetime import date
from pathlib import Path

import click

from antinomy.cli import options
from antinomy.cli.matrix import print_assessment
from antinomy.values import InputError, Json, Lang, did_you_mean
from antinomy.verdict import Assessment, Verdict
from antinomy.verdict import as_json as to_json

_FAIL_ON = [v.value for v in Verdict if v.rank > Verdict.NONE_FOUND.rank]


@click.command("assess")
@click.argument("file", type=click.Path(path_type=Path))
@options.on_option
@options.known_by_option
@click.option("--course", "courses", multiple=True, help="Print only these courses.")
@options.lang_option
@click.option("--strict", is_flag=True, help="Refuse packs past their review date.")
@click.option(
    "--fail-on",
    type=click.Choice(_FAIL_ON),
    help="Exit 10 where a cell is, or could be, at least this.",
)
@options.data_option
@options.record_option
@options.packs_option
@options.json_option
def command(  # noqa: PLR0913 - a command has its options
    *,
    file: Path,
    on: date | None,
    known_by: date | None,
    courses: tuple[str, ...],
    lang: str,
    strict: bool,
    fail_on: str | None,
    folder_of_data: Path | None,
    place: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Assess one transaction FILE (YAML or JSON)."""
    assessment = options.assessment_of(
        file, folder, on, known_by, strict=strict, data=folder_of_data, place=place
    )
    shown = _shown(assessment, courses)
    if as_json:
        options.print_json(_json(assessment, shown))
    else:
        print_assessment(assessment, shown, Lang(lang))
    if fail_on is not None and _reaches(assessment, Verdict(fail_on)):
        click.get_current_context().exit(10)


def _shown(assessment: Assessment, courses: tuple[str, ...]) -> frozenset[str]:
    known = [row.course.id for row in assessment.rows]
    for course in courses:
        if course not in known:
            hint = did_you_mean(course, known) or f"; open here: {', '.join(known)}"
            raise InputError(
                f"{course!r} is not a course open to the asking party{hint}"
            )
    return frozenset(courses or known)


def _json(assessment: Assessment, shown: frozenset[str]) -> dict[str, Json]:
    answer = to_json(assessment)
    for key in ("courses", "cells"):
        rows = answer[key]
        assert isinstance(rows, list), "courses and cells are lists"
        answer[key] = [row for row in rows if row["course"] in shown]
    return answer


def _reaches(assessment: Assessment, level: Verdict) -> bool:
    return any(
        max(cell.certain.rank, cell.could_be.rank) >= level.rank
        for row in assessment.rows
        for cell in row.cells
    )
