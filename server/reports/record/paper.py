"""The first page's data: the paper form with its header, its seven rows and its boxes."""

from typing import Any

from server.reports.record.basis import Content
from server.reports.record.figures import moment
from server.reports.record.file import RoundFile
from server.reports.words import Language, name_of, word
from server.rules.form_rows import form_rows

BOXES = ("problem", "solution", "cause", "equipment")
