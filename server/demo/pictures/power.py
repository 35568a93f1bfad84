"""Pictures of power: UPS hosts, the battery cabinet, fans and panels."""

import math

from server.demo.pictures.canvas import AMBER, DARK, GREEN, PALE, RED, Canvas, Colour

LCD_BACK: Colour = (18, 60, 74)
LCD_INK: Colour = (170, 240, 250)


def ups(canvas: Canvas, code: str, name: str) -> None:
    """A floor-standing UPS: screen, mimic diagram, vents."""
    canvas.box((0, 850, 1280, 960), (64, 66, 68))
    canvas.plate((330, 60, 950, 880), (70, 75, 80), (40, 44, 49), radius=10)
    canvas.plate((360, 90, 920, 420), (30, 33, 37), (22, 24, 28))
    panel_screen(canvas, (470, 130, 810, 300), ["LOAD 46%", "221.4V  50.0Hz", "BATT 272.4V  24.1°C"])
    mimic(canvas, 400, 360)
    canvas.text(640, 460, "HENGYUAN", 24, (190, 196, 200), anchor="mm", bold=True)
    canvas.slots((390, 500, 890, 830), step=22)
    asset_label(canvas, 770, 455, code)


def panel_screen(canvas: Canvas, box: tuple[float, float, float, float], lines: list[str]) -> None:
    canvas.box(box, LCD_BACK, radius=6, outline=(8, 10, 12), width=5)
    left, upper, right, lower = box
    step = (lower - upper) / (len(lines) + 0.4)
    for number, line in enumerate(lines):
        canvas.text(
            (left + right) / 2, upper + step * (number + 0.75), line, step * 0.42, LCD_INK, anchor="mm", bold=True
        )


def mimic(canvas: Canvas, x: float, y: float) -> None:
    """Mains, rectifier, inverter, load: the line of lamps that an engineer reads first."""
    canvas.line([(x, y), (x + 480, y)], (120, 126, 130), 4)
    for number, lamp in enumerate((GREEN, GREEN, GREEN, (60, 62, 64), GREEN)):
        canvas.circle(x + number * 120, y, 16, (16, 18, 20))
        canvas.lamp(x + number * 120, y, 7, lamp)


def asset_label(canvas: Canvas, x: float, y: float, code: str) -> None:
    """The sticker with the asset's code."""
    canvas.box((x, y - 22, x + 130, y + 22), (244, 244, 240), radius=3)
    canvas.text(x + 65, y, code, 22, (20, 24, 28), anchor="mm", bold=True)


def battery(canvas: Canvas, code: str, name: str) -> None:
    """An open battery cabinet: four shelves of blocks with their links."""
    canvas.plate((200, 40, 1080, 920), (60, 64, 68), (34, 37, 41), radius=8)
    canvas.box((230, 70, 1050, 890), (16, 18, 20))
    for shelf in range(4):
        y = 100 + shelf * 200
        canvas.box((230, y + 160, 1050, y + 172), (110, 114, 118))
        for block in range(8):
            x = 246 + block * 100
            canvas.plate((x, y + 30, x + 92, y + 160), (58, 62, 70), (34, 36, 42), radius=4)
            canvas.circle(x + 24, y + 44, 9, (200, 60, 50))
            canvas.circle(x + 68, y + 44, 9, (50, 60, 70))
            canvas.text(x + 46, y + 105, f"{shelf * 8 + block + 1:02}", 24, (196, 200, 204), anchor="mm", bold=True)
            if block < 7:
                canvas.line([(x + 68, y + 44), (x + 124, y + 44)], (184, 120, 60), 7)
    asset_label(canvas, 900, 70, code)


def fan(canvas: Canvas, *, dusty: bool, angle: float = 0.2) -> None:
    """A fan behind its guard, clean or full of dust."""
    canvas.plate((140, 0, 1140, 960), (42, 45, 49), (26, 28, 31), radius=4)
    x, y = 640, 480
    canvas.circle(x, y, 420, (12, 13, 15))
    for blade in range(7):
        turn = angle + blade * math.tau / 7
        edge = [
            (x + r * math.cos(turn + t), y + r * math.sin(turn + t))
            for r, t in ((90, 0), (395, 0.16), (395, 0.62), (90, 0.5))
        ]
        canvas.polygon(edge, (46, 52, 58))
    canvas.circle(x, y, 105, (34, 38, 42))
    if dusty:
        _dust(canvas, x, y)
    for radius in (150, 220, 290, 360, 425):
        canvas.circle(x, y, radius, (0, 0, 0, 0), outline=(126, 132, 138), width=9)
    for spoke in range(8):
        turn = spoke * math.tau / 8
        canvas.line(
            [
                (x + 105 * math.cos(turn), y + 105 * math.sin(turn)),
                (x + 425 * math.cos(turn), y + 425 * math.sin(turn)),
            ],
            (126, 132, 138),
            9,
        )
    canvas.circle(x, y, 60, PALE, outline=DARK, width=3)
    for corner_x in (200, 1080):
        for corner_y in (70, 890):
            canvas.screw(corner_x, corner_y, 20)


def _dust(canvas: Canvas, x: float, y: float) -> None:
    for _ in range(900):
        turn, radius = canvas.random.random() * math.tau, 110 + 300 * canvas.random.random() ** 0.7
        size = 2 + canvas.random.random() * 8
        spot = (x + radius * math.cos(turn), y + radius * math.sin(turn))
        canvas.circle(*spot, size, (176, 160, 132, canvas.random.randrange(60, 150)))


def ups_panel(canvas: Canvas, lines: list[str], *, alarm: bool = False) -> None:
    """The screen of a UPS, close."""
    canvas.plate((60, 40, 1220, 920), (58, 62, 67), (36, 39, 44), radius=16)
    panel_screen(canvas, (160, 130, 1120, 640), lines)
    mimic(canvas, 400, 770)
    if alarm:
        canvas.lamp(1100, 770, 16, RED)
    canvas.lamp(180, 770, 14, AMBER if alarm else GREEN)
