"""pyxform's own test forms as input: none breaks the reading, and what is not taken over is named."""

import warnings
from collections import Counter
from pathlib import Path

import pytest
from pyxform.xls2xform import convert

from server.xlsforms.reading import ReadForm, read_xlsform
from server.xlsforms.sheets import NotAnXlsForm
from server.xlsforms.writing import xlsform_of
from tests.server.xlsforms.forms import FOREIGN

FORMS = sorted(path for path in FOREIGN.iterdir() if path.suffix in (".xls", ".xlsx", ".xlsm", ".csv"))
# Verdicts as they stand: fewer whole ones, or more refused, is a step back.
EXPECTED = {"whole": 18, "part": 35, "nothing": 14, "refused": 3}


def read(path: Path) -> ReadForm | NotAnXlsForm:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl tells of parts of a workbook that it leaves out
        try:
            return read_xlsform(path.read_bytes(), path.name)
        except NotAnXlsForm as why:
            return why


def test_how_many_are_understood(capsys: pytest.CaptureFixture[str]) -> None:
    verdicts: Counter[str] = Counter()
    with capsys.disabled():
        print()
        for path in FORMS:
            form = read(path)
            if isinstance(form, NotAnXlsForm):
                verdicts["refused"] += 1
                print(f"  {'refused':8} {path.name}: {form.reason} {form.details}")
                continue
            verdicts[form.understood] += 1
            lost = Counter(remark.kind for remark in form.remarks if remark.lost)
            said = ", ".join(f"{kind} ×{count}" if count > 1 else kind for kind, count in lost.items())
            print(f"  {form.understood:8} {path.name}: {len(form.items)} of {form.questions} questions. {said}")
        print(f"  {len(FORMS)} forms: {dict(verdicts)}")
    assert verdicts == EXPECTED


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_each_question_is_an_item_or_is_named(path: Path) -> None:
    form = read(path)
    if isinstance(form, ReadForm):
        named = {remark.row for remark in form.remarks if remark.lost and remark.row is not None}
        assert len(form.items) + len(named) >= form.questions
        assert (form.understood == "whole") <= (len(form.items) == form.questions)


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_what_was_read_comes_back_the_same_from_our_own_form(path: Path) -> None:
    form = read(path)
    if isinstance(form, NotAnXlsForm) or not form.items:
        return
    items = [{**item, "ordinal": place} for place, item in enumerate(form.items, start=1)]
    names = {"key": form.key, "name_zh": form.name_zh, "name_en": form.name_en, "resign": form.resign}
    written = xlsform_of({**names, "version": 1, "items": items})
    again = read_xlsform(written)
    assert again.items == form.items
    assert (again.key, again.name_zh, again.name_en, again.resign) == tuple(names.values())
    assert again.understood == "whole", again.remarks
    assert convert(written, file_type=".xlsx", validate=False).xform.startswith("<?xml")
