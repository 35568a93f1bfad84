"""Files that are no table of assets, each with the sentence that says what to do instead."""

from server.errors import InvalidInput, TooLarge
from server.language import Sentence

MAX_FILE_BYTES = 20 * 1024 * 1024
MAX_ROWS = 50_000
MAX_COLUMNS = 100

EMPTY = Sentence("这是一个空文件。", "This file is empty.")
OLD_EXCEL = Sentence(
    "这是旧版 Excel 文件（.xls），或加了密码。请用 Excel 或 WPS 打开，另存为 .xlsx 后再选。",
    "This is an old Excel file (.xls), or it has a password. Open it in Excel or WPS, save it as .xlsx, choose that.",
)
WEB_PAGE = Sentence(
    "这个文件其实是网页。请用 Excel 或 WPS 打开，另存为 .xlsx 后再选。",
    "This file is a web page in truth. Open it in Excel or WPS, save it as .xlsx, choose that.",
)
PICTURE = Sentence("这是图片，不是表格。请选 .xlsx 或 .csv 文件。", "This is a picture. Choose an .xlsx or .csv file.")
DOCUMENT = Sentence(
    "这是文档，不是表格。请选 .xlsx 或 .csv 文件。", "This is a document, no spreadsheet. Choose .xlsx or .csv."
)
NO_TEXT = Sentence(
    "读不懂这个文件。请选 .xlsx 文件，或 UTF-8、GBK 编码的 .csv 文件。",
    "This file cannot be read. Choose an .xlsx file, or a .csv file in UTF-8 or GBK.",
)
DAMAGED = Sentence(
    "这个 .xlsx 文件打不开，可能已损坏。请用 Excel 或 WPS 打开后另存一份再选。",
    "This .xlsx file cannot be opened; it may be damaged. Open it in Excel or WPS, save a copy, choose that.",
)
SWOLLEN = Sentence(
    "这个文件展开后大得不合常理，没有打开。请只复制有数据的区域到新表格，另存后再选。",
    "This file unpacks to an unreasonable size and was not opened. Copy the cells with data to a new sheet, save it.",
)
NO_TABLE = Sentence(
    "这里没有表格：没找到表头，也没有成行成列的内容。请确认选对了文件。",
    "There is no table here: no head row, no rows and columns. Check that this is the right file.",
)
NO_ROWS = Sentence("表头下面没有内容。", "There is nothing below the head row.")
TOO_MANY = Sentence(
    "这张表超过 {limit} 行。请分成几个文件，一次导入一个。",
    "This table has more than {limit} rows. Split it and import one file after the other.",
)


class NotATable(InvalidInput):
    """It says what the file is instead, and what to do; to programs it is invalid input."""

    def __init__(self, sentence: Sentence, **facts: str | int) -> None:
        super().__init__(sentence, errors=None, retry_after_seconds=None, **facts)


def too_large() -> TooLarge:
    return TooLarge(limit=MAX_FILE_BYTES)
