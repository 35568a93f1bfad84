"""Pictures of the rooms' own equipment: air conditioners, the video wall and its controllers, documents, the system."""

from server.demo.pictures.canvas import BLUE, GREEN, PALE, Canvas, Colour
from server.demo.pictures.power import asset_label, panel_screen
from server.demo.pictures.racks import chassis, rack

STREETS: list[tuple[Colour, Colour]] = [
    ((150, 180, 210), (96, 104, 108)),
    ((178, 190, 200), (120, 116, 104)),
    ((120, 150, 190), (70, 84, 78)),
    ((196, 184, 160), (110, 100, 92)),
]


def cooling(canvas: Canvas, code: str, name: str) -> None:
    """A tall precision air conditioner with its screen."""
    canvas.box((0, 860, 1280, 960), (120, 124, 126))
    for x in range(0, 1280, 160):
        canvas.line([(x, 860), (x - 60, 960)], (96, 100, 102), 3)
    canvas.plate((380, 40, 900, 880), (222, 226, 228), (170, 176, 180), radius=8)
    canvas.slots((410, 70, 870, 200), step=18, fill=(60, 66, 70, 190))
    canvas.plate((520, 250, 760, 430), (36, 40, 44), (24, 27, 30))
    panel_screen(canvas, (540, 270, 740, 370), ["23.6°C", "48%RH"])
    canvas.lamp(570, 402, 7, GREEN)
    canvas.lamp(610, 402, 7, BLUE)
    canvas.text(640, 480, "QINGYUAN", 26, (70, 80, 86), anchor="mm", bold=True)
    canvas.box((410, 540, 870, 840), (0, 0, 0, 0), outline=(120, 126, 130), width=2)
    canvas.slots((440, 570, 840, 810), step=20, fill=(90, 96, 100, 150))
    asset_label(canvas, 740, 500, code)


def street(canvas: Canvas, x: float, y: float, width: float, height: float, number: int) -> None:
    """One camera's view: sky, road, kerbs, cars, a stamp."""
    sky, ground = STREETS[number % len(STREETS)]
    canvas.plate((x, y, x + width, y + height * 0.45), sky, PALE, radius=0)
    canvas.plate((x, y + height * 0.45, x + width, y + height), ground, (60, 62, 64), radius=0)
    for house in range(5):
        left = x + width * house / 5
        top = y + height * (0.12 + 0.2 * canvas.random.random())
        canvas.box((left, top, left + width * 0.17, y + height * 0.46), (110 + house * 12, 104, 100))
    middle = x + width * (0.35 + 0.3 * canvas.random.random())
    canvas.polygon(
        [
            (middle - width * 0.04, y + height * 0.45),
            (middle + width * 0.04, y + height * 0.45),
            (x + width * 0.92, y + height),
            (x + width * 0.08, y + height),
        ],
        (74, 76, 80),
    )
    canvas.line([(middle, y + height * 0.47), (x + width / 2, y + height)], (220, 214, 190), max(width / 110, 1))
    for _ in range(4):
        car = x + width * (0.25 + 0.5 * canvas.random.random()), y + height * (0.55 + 0.32 * canvas.random.random())
        size = width * (0.03 + 0.09 * (car[1] - y) / height)
        canvas.box(
            (car[0], car[1], car[0] + size, car[1] + size * 0.6),
            canvas.random.choice([(180, 40, 40), (230, 230, 226), (40, 60, 110), (30, 32, 34)]),
            radius=size * 0.12,
        )
    canvas.text(
        x + width * 0.03, y + height * 0.06, f"CAM {number + 1:02}", max(height * 0.06, 7), (255, 255, 255), bold=True
    )


def video_wall(canvas: Canvas, code: str, name: str) -> None:
    """Three rows of six screens above the desks of the control hall."""
    canvas.box((0, 0, 1280, 960), (18, 22, 28))
    for row in range(3):
        for column in range(6):
            x, y = 40 + column * 200, 60 + row * 180
            canvas.box((x, y, x + 198, y + 178), (6, 7, 8))
            street(canvas, x + 4, y + 4, 190, 170, row * 6 + column)
    canvas.plate((0, 690, 1280, 960), (74, 60, 48), (44, 36, 30), radius=0)
    for seat in range(5):
        x = 90 + seat * 240
        canvas.plate((x, 640, x + 150, 740), (30, 33, 37), (20, 22, 25))
        canvas.box((x + 8, 648, x + 142, 726), (40, 84, 120), radius=3)
        canvas.polygon([(x + 20, 960), (x + 130, 960), (x + 110, 800), (x + 40, 800)], (28, 30, 34))
    asset_label(canvas, 1100, 630, code)


def controller(canvas: Canvas, code: str, name: str) -> None:
    """Cards with video sockets."""
    rack(canvas)
    chassis(canvas, (90, 160, 1190, 800), brand="MINGJING C36", tone=(48, 56, 70))
    for card in range(12):
        x = 146 + card * 84
        canvas.plate((x, 220, x + 78, 760), (62, 68, 78), (44, 49, 57), radius=3)
        for socket in range(4):
            y = 300 + socket * 110
            canvas.box((x + 16, y, x + 62, y + 60), (12, 13, 15), radius=4)
            canvas.lamp(x + 39, y - 16, 4, GREEN if canvas.random.random() < 0.85 else (60, 62, 64))
    asset_label(canvas, 1030, 186, code)


def documents(canvas: Canvas, code: str, name: str) -> None:
    """Folders on a shelf, one taken out."""
    canvas.plate((0, 0, 1280, 960), (150, 122, 92), (104, 82, 60), radius=0)
    canvas.box((60, 60, 1220, 640), (62, 48, 36))
    x = 90.0
    while x < 1150:
        width = canvas.random.uniform(52, 86)
        colour = canvas.random.choice([(30, 90, 100), (150, 50, 46), (40, 70, 130), (60, 62, 66), (140, 110, 40)])
        canvas.plate(
            (x, 110 + canvas.random.uniform(0, 40), x + width, 630),
            colour,
            (colour[0] // 2, colour[1] // 2, colour[2] // 2),
            radius=4,
        )
        canvas.box((x + width * 0.2, 200, x + width * 0.8, 340), (238, 236, 228), radius=2)
        x += width + 5
    canvas.plate((380, 420, 900, 930), (246, 245, 240), (224, 222, 214), radius=6)
    canvas.text(640, 510, name, 40, (24, 30, 34), anchor="mm", bold=True)
    for row in range(7):
        canvas.line([(440, 590 + row * 42), (840 - 70 * (row % 3), 590 + row * 42)], (168, 168, 160), 5)
    asset_label(canvas, 740, 890, code)


def system(canvas: Canvas, code: str, name: str) -> None:
    """The platform's overview screen on a monitor."""
    canvas.plate((0, 700, 1280, 960), (90, 78, 66), (60, 50, 42), radius=0)
    canvas.plate((110, 60, 1170, 720), (28, 30, 34), (18, 20, 22), radius=14)
    canvas.box((140, 90, 1140, 690), (236, 240, 241))
    canvas.box((140, 90, 1140, 150), (0, 95, 104))
    canvas.text(170, 120, name, 26, (255, 255, 255), bold=True)
    for tile in range(4):
        x = 170 + tile * 240
        canvas.box((x, 180, x + 220, 290), (255, 255, 255), radius=8)
        canvas.text(x + 110, 232, ("64/64", "38", "99.9%", "1")[tile], 42, (18, 33, 31), anchor="mm", bold=True)
    for camera in range(6):
        street(canvas, 170 + camera % 3 * 320, 315 + camera // 3 * 185, 300, 170, camera)
    canvas.plate((560, 720, 720, 830), (40, 42, 46), (26, 28, 30), radius=0)
    asset_label(canvas, 990, 120, code)
