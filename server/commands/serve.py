"""`roundsman serve`: database up to date, certificates if asked for, then the web server and the worker."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click
import qrcode
from flask import Flask

from server import create_app, demo
from server.clock import SystemClock
from server.commands.backup import say_policy
from server.commands.database import upgrade_database
from server.commands.demo import demo_lines
from server.commands.refused import Refused
from server.config import Config
from server.database import writing
from server.joining.setup_link import renew_setup_link
from server.serving.addresses import is_free, lan_addresses
from server.serving.certificates import Certificates, ensure_certificates
from server.serving.children import Children
from server.serving.door import Door
from server.serving.logs import log_to_stderr
from server.serving.memory import FEW_ARENAS
from server.tag_origin import keep_tag_origin


@dataclass(frozen=True)
class Serving:
    host: str
    port: int
    https: bool
    demo: bool


def serve(config: Config, asked: Serving, say: Callable[[str], None] = click.echo) -> int:
    """Run until told to stop; return the exit code."""
    _refuse_taken_ports(asked)
    log_to_stderr()
    addresses = lan_addresses() if asked.https else []
    url = _url(asked, addresses)
    config.data_dir.mkdir(parents=True, exist_ok=True)
    keep_tag_origin(config.data_dir, url)
    app = create_app(Config.from_env(data_dir=config.data_dir))
    upgrade_database(app)
    if asked.demo:
        say("\n".join(demo_lines(demo.load(app))))
    with app.app_context(), writing() as session:
        setup_token = renew_setup_link(session, SystemClock().now())
    certificates = ensure_certificates(config.data_dir / "tls", addresses, SystemClock().now()) if asked.https else None
    door = _open_door(app, asked, url, certificates) if certificates else None
    _say_where(say, url, door, addresses)
    if setup_token:
        say_setup_link(say, f"{url}/welcome/{setup_token}")
    say_policy(config, demo=asked.demo)
    try:
        return Children(_web(config, asked, certificates), _worker(), _environment(config)).run()
    finally:
        if door:
            door.close()


def _refuse_taken_ports(asked: Serving) -> None:
    for port in (asked.port, asked.port + 1) if asked.https else (asked.port,):
        if not is_free(asked.host, port):
            raise Refused(f"port {port} of {asked.host} is in use: choose another with --port")


def _url(asked: Serving, addresses: list[str]) -> str:
    if asked.https:
        return f"https://{addresses[0] if addresses else 'localhost'}:{asked.port}"
    return f"http://{'localhost' if asked.host in ('127.0.0.1', '0.0.0.0', '::') else asked.host}:{asked.port}"


def _open_door(app: Flask, asked: Serving, url: str, certificates: Certificates) -> Door:
    door = Door(app, asked.port + 1, url, certificates.authority)
    door.open()
    return door


def _say_where(say: Callable[[str], None], url: str, door: Door | None, addresses: list[str]) -> None:
    say(f"\nRoundsman 巡检通  {url}\n")
    if door is None:
        say("Open it in a browser on this machine. For a phone in the same network start with --https.")
        say("请在本机浏览器中打开；同一网络内的手机使用请加 --https 启动。\n")
        return
    host = addresses[0] if addresses else "localhost"
    page = f"http://{host}:{door.port}/"
    code = qrcode.QRCode(border=2)
    code.add_data(page)
    say("On a phone in the same network, scan this and follow the page (certificate once, then the app).")
    say("手机连接同一网络，扫描下面的二维码，按页面提示安装证书并打开应用。\n")
    code.print_ascii(out=sys.stdout, invert=True)
    say(f"{page}\n")


def say_setup_link(say: Callable[[str], None], address: str) -> None:
    """Nobody is here: how the first one comes."""
    say("Nobody can sign in yet. Open this link to set the server up; it works once, for 24 hours.")
    say("服务器还是空的。打开下面的链接完成初始设置；仅可使用一次，24 小时内有效。\n")
    say(f"{address}\n")


def _web(config: Config, asked: Serving, certificates: Certificates | None) -> list[str]:
    words = [sys.executable, "-m", "gunicorn", "-c", "python:server.serving.gunicorn_settings"]
    words += ["--bind", f"{asked.host}:{asked.port}"]
    words += ["--workers", str(config.web_processes), "--threads", str(config.web_threads)]
    if certificates:
        words += ["--certfile", str(certificates.server), "--keyfile", str(certificates.server_key)]
    return [*words, "server.serving.wsgi:app"]


def _worker() -> list[str]:
    return [sys.executable, "-m", "server.serving.work"]


def _environment(config: Config) -> dict[str, str]:
    """The children read their settings as we did, but for what the command line said."""
    here = {"ROUNDSMAN_DATA_DIR": str(Path(config.data_dir).absolute())}
    inherited = {name: value for name, value in os.environ.items() if name != "ROUNDSMAN_DATA_DIR_FILE"}
    return {**FEW_ARENAS, **inherited, **here}
