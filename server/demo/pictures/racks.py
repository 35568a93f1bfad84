"""Pictures of what stands in racks: recorders, disk arrays, servers, switches, firewalls."""

from server.demo.pictures.canvas import AMBER, BLUE, DARK, GREEN, PALE, Box, Canvas, Colour
from server.demo.pictures.power import asset_label


def rack(canvas: Canvas) -> None:
    """The frame: posts with holes, cables behind."""
    canvas.box((0, 0, 1280, 960), (14, 16, 18))
    for number in range(26):
        x = 150 + canvas.random.random() * 980
        colour = canvas.random.choice([(40, 70, 120), (150, 120, 40), (60, 64, 68), (34, 110, 80)])
        points = [(x + canvas.random.uniform(-50, 50) * step, step * 240 - 20) for step in range(6)]
        canvas.line(points, (*colour, 120), 5 + number % 3)
    for left in (70, 1150):
        canvas.plate((left, -10, left + 60, 970), (86, 92, 96), (56, 60, 64), radius=0)
        for y in range(20, 960, 46):
            canvas.box((left + 22, y, left + 38, y + 16), (12, 13, 15), radius=2)


def chassis(canvas: Canvas, box: Box, *, brand: str, tone: Colour = (60, 66, 72)) -> None:
    left, upper, right, lower = box
    canvas.plate(box, tone, (max(tone[0] - 26, 0), max(tone[1] - 26, 0), max(tone[2] - 26, 0)), radius=6)
    for x in (left + 22, right - 22):
        canvas.screw(x, upper + 26)
        canvas.screw(x, lower - 26)
    canvas.text(left + 60, upper + 26, brand, 19, (200, 206, 210), bold=True)


def _neighbours(canvas: Canvas, above: float, below: float) -> None:
    chassis(canvas, (90, above - 150, 1190, above - 12), brand="", tone=(44, 48, 52))
    canvas.slots((180, above - 120, 1100, above - 40), step=16)
    chassis(canvas, (90, below + 12, 1190, below + 170), brand="", tone=(44, 48, 52))
    canvas.slots((180, below + 50, 1100, below + 130), step=16)


def recorder(canvas: Canvas, code: str, name: str) -> None:
    """Sixteen disk trays, each with its two lamps."""
    rack(canvas)
    _neighbours(canvas, 210, 740)
    chassis(canvas, (90, 210, 1190, 740), brand="SHIQIAO NVR")
    for row in range(4):
        for column in range(4):
            x, y = 150 + column * 240, 270 + row * 108
            canvas.plate((x, y, x + 226, y + 96), (40, 44, 49), (28, 31, 35), radius=4)
            canvas.slots((x + 14, y + 16, x + 150, y + 84), step=12)
            canvas.lamp(x + 196, y + 28, 5, GREEN)
            canvas.lamp(x + 196, y + 52, 5, BLUE if canvas.random.random() < 0.7 else (30, 60, 90))
    asset_label(canvas, 1020, 234, code)


def disk_array(canvas: Canvas, code: str, name: str, *, faulty: int | None = None) -> None:
    """Twenty-four upright trays; one may show amber."""
    rack(canvas)
    _neighbours(canvas, 200, 760)
    chassis(canvas, (90, 200, 1190, 760), brand="PANSHI A4224", tone=(72, 70, 66))
    for number in range(24):
        x, y = 142 + number % 12 * 84, 262 + number // 12 * 244
        canvas.plate((x, y, x + 76, y + 232), (34, 36, 40), (22, 24, 27), radius=4)
        canvas.slots((x + 14, y + 60, x + 62, y + 200), step=14)
        canvas.lamp(x + 38, y + 28, 5.5, AMBER if number == faulty else GREEN)
        canvas.text(x + 38, y + 214, str(number), 15, (150, 156, 160), anchor="mm")
    asset_label(canvas, 1020, 226, code)


def server(canvas: Canvas, code: str, name: str) -> None:
    """A two-unit server: bezel, drive bays, service screen."""
    rack(canvas)
    for offset in (-250, 0, 250):
        box = (90, 350 + offset, 1190, 590 + offset)
        chassis(
            canvas, box, brand="PANSHI R2280" if offset == 0 else "", tone=(64, 68, 74) if offset == 0 else (46, 50, 54)
        )
        for bay in range(8):
            x = 170 + bay * 100
            canvas.plate((x, 400 + offset, x + 92, 560 + offset), (30, 33, 37), (20, 22, 25), radius=3)
            canvas.slots((x + 12, 424 + offset, x + 80, 540 + offset), step=13)
            canvas.lamp(x + 80, 412 + offset, 3.6, GREEN)
        for lamp, colour in enumerate((GREEN, BLUE, GREEN)):
            canvas.lamp(1020 + lamp * 40, 420 + offset, 6, colour)
    canvas.box((1000, 470, 1140, 540), (14, 40, 66), radius=4)
    canvas.text(1070, 505, "OK 23.4°C", 20, (150, 210, 255), anchor="mm", bold=True)
    asset_label(canvas, 850, 374, code)


def switch(canvas: Canvas, code: str, name: str) -> None:
    """Line cards of a modular switch, ports lit, patch cords plugged."""
    rack(canvas)
    chassis(canvas, (90, 120, 1190, 840), brand="YUNFAN S7706", tone=(58, 64, 70))
    for card in range(6):
        y = 180 + card * 106
        canvas.plate((140, y, 1140, y + 96), (42, 47, 52), (30, 34, 38), radius=3)
        for port in range(24):
            x = 190 + port * 38
            canvas.box((x, y + 34, x + 30, y + 64), (10, 11, 13), radius=2)
            if canvas.random.random() < 0.78:
                canvas.lamp(x + 15, y + 22, 3.4, GREEN)
                if canvas.random.random() < 0.4:
                    colour = canvas.random.choice([(240, 200, 60), (80, 150, 230), (230, 110, 60)])
                    canvas.line(
                        [(x + 15, y + 50), (x + 12, y + 90), (x + canvas.random.uniform(-60, 60), y + 160)],
                        (*colour, 230),
                        7,
                    )
    asset_label(canvas, 1030, 146, code)


def firewall(canvas: Canvas, code: str, name: str) -> None:
    """A one-unit appliance among blank panels."""
    rack(canvas)
    for row in range(5):
        y = 40 + row * 190
        chassis(
            canvas,
            (90, y, 1190, y + 172),
            brand="YUNFAN USG6300" if row == 2 else "",
            tone=(110, 34, 34) if row == 2 else (48, 52, 56),
        )
        if row != 2:
            canvas.slots((200, y + 50, 1080, y + 130), step=18)
    for port in range(12):
        x = 420 + port * 50
        canvas.box((x, 490, x + 40, 530), DARK, radius=3)
        canvas.lamp(x + 20, 474, 4, GREEN if port < 9 else (60, 62, 64))
    canvas.text(300, 510, "PWR  SYS  HA", 19, PALE, anchor="mm")
    for lamp in range(3):
        canvas.lamp(250 + lamp * 52, 476, 6, GREEN)
    asset_label(canvas, 1030, 446, code)
