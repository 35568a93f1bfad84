"""A photo of a client's stamp; the demo's says that it is a sample."""

import math

from server.demo.pictures.canvas import Canvas, Colour

STAMP: Colour = (196, 30, 36, 215)
AROUND = "长葛市数字城管示例"


def stamp(canvas: Canvas) -> None:
    """A round red stamp on paper: ring, star, words around and across."""
    canvas.plate((0, 0, 1280, 960), (244, 243, 238), (228, 226, 218), radius=0)
    x, y = 640.0, 480.0
    canvas.circle(x, y, 400, (0, 0, 0, 0), outline=STAMP, width=20)
    star = [
        (x + r * math.sin(k * math.pi / 5), y - 20 - r * math.cos(k * math.pi / 5)) for k, r in enumerate((120, 47) * 5)
    ]
    canvas.polygon(star, STAMP)
    for number, character in enumerate(AROUND):
        turn = math.radians(-110 + number * 220 / (len(AROUND) - 1))
        canvas.text(x + 308 * math.sin(turn), y - 308 * math.cos(turn), character, 84, STAMP, anchor="mm", bold=True)
    canvas.text(x, y + 210, "示例专用章", 84, STAMP, anchor="mm", bold=True)
