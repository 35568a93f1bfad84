"""Pictures from out of doors and of fibre: cameras on poles, field cabinets, distribution frames, manholes."""

from server.demo.pictures.canvas import BLUE, GREEN, PALE, Canvas, Colour
from server.demo.pictures.power import asset_label

FIBRE_COLOURS: list[Colour] = [(250, 210, 60), (60, 150, 230), (240, 130, 50), (90, 190, 110)]


def camera(canvas: Canvas, code: str, name: str) -> None:
    """A camera on its pole; domes and boxes by turns, another sky each."""
    hue = canvas.random.choice([(92, 150, 210), (150, 176, 200), (196, 178, 150), (120, 160, 190)])
    canvas.plate((0, 0, 1280, 960), hue, PALE, radius=0)
    for house in range(7):
        left = house * 200 - 40 + canvas.random.uniform(-30, 30)
        top = 520 + canvas.random.uniform(0, 200)
        canvas.box((left, top, left + 180, 960), (150 - house * 8, 148 - house * 6, 146), radius=2)
        for window in range(12):
            canvas.box(
                (
                    left + 18 + window % 3 * 54,
                    top + 24 + window // 3 * 60,
                    left + 48 + window % 3 * 54,
                    top + 58 + window // 3 * 60,
                ),
                (92, 108, 120),
            )
    canvas.plate((590, 120, 640, 960), (190, 196, 198), (130, 136, 140), radius=4)
    canvas.plate((330, 150, 620, 186), (190, 196, 198), (140, 146, 150), radius=6)
    if "C84" in name or canvas.random.random() < 0.5:
        canvas.plate((360, 186, 520, 300), (236, 238, 240), (196, 200, 204), radius=30)
        canvas.circle(440, 320, 84, (26, 28, 32))
        canvas.circle(440, 330, 46, (52, 60, 74))
        canvas.circle(420, 312, 14, (230, 240, 250, 200))
    else:
        canvas.plate((250, 200, 560, 320), (236, 238, 240), (186, 190, 194), radius=14)
        canvas.plate((220, 190, 580, 222), (220, 224, 226), (180, 184, 188), radius=8)
        canvas.circle(262, 268, 48, (24, 26, 30))
        canvas.circle(262, 268, 24, (60, 76, 110))
    canvas.plate((660, 420, 860, 640), (214, 216, 214), (176, 178, 176), radius=8)
    canvas.line([(640, 480), (662, 480)], (60, 62, 64), 12)
    canvas.circle(836, 530, 9, (70, 74, 78))
    asset_label(canvas, 694, 470, code)


def field_cabinet(canvas: Canvas, code: str, name: str) -> None:
    """An open street box: small switch, power strip, coiled fibre."""
    canvas.plate((0, 0, 1280, 960), (124, 138, 120), (84, 90, 80), radius=0)
    canvas.plate((220, 60, 1060, 900), (206, 208, 204), (164, 168, 164), radius=10)
    canvas.box((260, 100, 1020, 860), (52, 56, 58))
    canvas.plate((300, 150, 980, 300), (60, 66, 72), (40, 44, 48))
    for port in range(10):
        x = 340 + port * 60
        canvas.box((x, 210, x + 46, 256), (12, 13, 15), radius=3)
        canvas.lamp(x + 23, 192, 5, GREEN if port < 8 else (60, 62, 64))
    for turn in range(5):
        canvas.circle(520, 560, 150 - turn * 16, (0, 0, 0, 0), outline=FIBRE_COLOURS[0], width=5)
    canvas.plate((740, 420, 960, 720), (236, 238, 238), (206, 208, 208))
    for socket in range(4):
        canvas.circle(850, 470 + socket * 66, 22, (120, 124, 126))
    asset_label(canvas, 840, 130, code)


def fibre(canvas: Canvas, code: str, name: str) -> None:
    """A distribution frame: rows of adapters, yellow patch cords."""
    canvas.box((0, 0, 1280, 960), (30, 33, 36))
    canvas.plate((120, 40, 1160, 920), (196, 200, 202), (150, 154, 158), radius=6)
    for row in range(6):
        y = 90 + row * 132
        canvas.plate((170, y, 1110, y + 104), (226, 228, 228), (196, 198, 200), radius=4)
        for port in range(12):
            x = 210 + port * 74
            canvas.box((x, y + 30, x + 40, y + 76), BLUE, radius=4)
            canvas.box((x + 12, y + 42, x + 28, y + 64), (14, 16, 20), radius=2)
            if canvas.random.random() < 0.6:
                swing = canvas.random.uniform(-70, 70)
                points = [(x + 20, y + 54), (x + 20 + swing * 0.4, y + 130), (x + 20 + swing, y + 200)]
                canvas.line(points, (*FIBRE_COLOURS[0], 235), 8)
    canvas.text(640, 900, name, 24, (40, 44, 48), anchor="mm", bold=True)
    asset_label(canvas, 1000, 66, code)
