"""QR codes as vectors: one path per code, sharp at any printer's resolution."""

import qrcode
from qrcode.constants import ERROR_CORRECT_M
from qrcode.image.base import BaseImage

QUIET_MODULES = 4


def qr_matrix(text: str) -> list[list[bool]]:
    """Return the modules without the quiet zone, error correction M (15 % may be scratched off)."""
    code: qrcode.QRCode[BaseImage] = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(text)
    code.make(fit=True)
    return [[bool(module) for module in row] for row in code.get_matrix()]


def qr_svg(text: str) -> bytes:
    """Return the code with its quiet zone of four modules, as the standard asks."""
    matrix = qr_matrix(text)
    side = len(matrix) + 2 * QUIET_MODULES
    runs = "".join(
        f"M{start + QUIET_MODULES} {y + QUIET_MODULES}h{length}v1h-{length}z"
        for y, row in enumerate(matrix)
        for start, length in _dark_runs(row)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}">'
        f'<rect width="{side}" height="{side}" fill="#fff"/><path d="{runs}" fill="#000"/></svg>'
    ).encode()


def _dark_runs(row: list[bool]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for x, dark in enumerate(row):
        if not dark:
            continue
        if runs and sum(runs[-1]) == x:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((x, 1))
    return runs
