"""Serves the built app: the page for the app's own routes, its files, nothing else of the disk."""

import re
from pathlib import Path
from typing import Final

from flask import Blueprint, Flask, Response, current_app, request, send_file
from werkzeug.security import safe_join

from server.errors import NotFound, Unavailable
from server.language import Sentence

# In a source tree the app is built beside the server; a wheel carries it inside.
BESIDE: Final = Path(__file__).parents[1] / "pwa"
PACKED: Final = Path(__file__).parent / "_app"

# First path segments that the app's own router knows (pwa/src/shell/routes.ts; a test compares them).
APP_ROUTES: Final = frozenset(
    (
        "",
        "sign-in",
        "rounds",
        "scan",
        "sync",
        "me",
        "tickets",
        "board",
        "review",
        "plans",
        "roster",
        "intake",
        "contacts",
        "knowledge",
        "templates",
        "faults",
        "assets",
        "labels",
        "places",
        "attention",
        "t",
        "reports",
        "messages",
        "channels",
        "problems",
        "settings",
        "welcome",
        "join",
        "people",
        "project",
    )
)
HASHED: Final = re.compile(r"-[\w-]{8}\.\w+$")
HIDDEN: Final = re.compile(r"(^|/)\.")  # the build's own notes
FOR_EVER: Final = "public, max-age=31536000, immutable"
ASK_EACH_TIME: Final = "no-cache"
ENCODINGS: Final = (("br", ".br"), ("gzip", ".gz"))
# Said here, because what a machine's own tables say of these differs.
TYPES: Final = {
    ".css": "text/css",
    ".html": "text/html",
    ".js": "text/javascript",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
}
NOT_BUILT: Final = Sentence(
    "服务器已运行，但缺少网页应用。在源代码目录中请用 ./dev demo 启动；安装版请重新安装。手机上已保存的工作不受影响。",
    "The server runs, but the app is not built. In a source tree start it with ./dev demo; if it was installed, "
    "install it again. What is saved on phones is not affected.",
)
NOT_BUILT_SECONDS: Final = 30

blueprint = Blueprint("web", __name__)


def register(app: Flask, app_dir: Path | None = None) -> None:
    app.extensions["app_dir"] = app_dir or built_app()
    app.register_blueprint(blueprint)


def built_app() -> Path:
    return BESIDE / "dist" if BESIDE.is_dir() else PACKED


@blueprint.get("/", defaults={"path": ""})
@blueprint.get("/<path:path>")
def get_app(path: str) -> Response:
    """The app: a file of the build, or its page for one of its routes."""
    folder: Path = current_app.extensions["app_dir"]
    name = safe_join("", path) if path else None
    file = folder / name if name and not HIDDEN.search(path) else None
    if file is not None and file.suffix in TYPES and file.is_file():
        return _file(file, FOR_EVER if HASHED.search(file.name) else ASK_EACH_TIME)
    if "." in path.rpartition("/")[2] or path.partition("/")[0] not in APP_ROUTES:
        raise NotFound
    if not (folder / "index.html").is_file():
        raise Unavailable(NOT_BUILT, retry_after_seconds=NOT_BUILT_SECONDS)
    return _file(folder / "index.html", ASK_EACH_TIME)


def _file(file: Path, cache_control: str) -> Response:
    """Send a file in the best form that was made of it when it was built."""
    best, encoding = file, None
    for name, suffix in ENCODINGS:
        packed = file.with_name(file.name + suffix)
        if request.accept_encodings.quality(name) and packed.is_file():
            best, encoding = packed, name
            break
    answer = send_file(best, mimetype=TYPES[file.suffix], conditional=True)
    if encoding is not None and answer.status_code == 200:
        answer.headers["Content-Encoding"] = encoding
    answer.headers["Cache-Control"] = cache_control
    answer.vary.add("Accept-Encoding")
    return answer
