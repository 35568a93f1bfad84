"""The `roundsman` command."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from server import create_app, demo
from server.backup.archive import unpacked
from server.backup.give_back import newer_than, restore_backup
from server.backup.take import take_backup
from server.chain.verifying import verify_chains
from server.commands.backup import older_is_lossy, say_restored, say_taken
from server.commands.database import upgrade_database
from server.commands.demo import demo_lines
from server.commands.people import (
    NewPerson,
    add_person,
    appoint_administrator,
    grant,
    person_named,
    readmit_device,
    revoke_device,
    set_password,
)
from server.commands.refused import Refused
from server.commands.serve import Serving, serve
from server.commands.verify import say_verified
from server.config import Config, ConfigError
from server.sync.actor import ROLES
from server.version import VERSION

HTTP_PORT, HTTPS_PORT = 8000, 8443


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="roundsman")
@click.option("--data", type=click.Path(path_type=Path), help="Folder for everything the server keeps.")
@click.pass_context
def main(context: click.Context, data: Path | None) -> None:
    """Roundsman 巡检通: field inspection rounds that work without a network."""
    with _in_words():
        context.obj = Config.from_env(data_dir=data)


@main.command("serve")
@click.option("--host", help="Address to listen on. [default: 127.0.0.1; with --https 0.0.0.0]")
@click.option("--port", type=click.IntRange(1, 65534), help="[default: 8000; with --https 8443]")
@click.option(
    "--https", is_flag=True, help="Speak HTTPS in the local network, with a certificate authority of its own."
)
@click.option("--demo", "with_demo", is_flag=True, help="Load the demo project first.")
@click.pass_obj
def serve_command(config: Config, host: str | None, port: int | None, https: bool, with_demo: bool) -> None:
    """Run the web server and the worker."""
    host = host or ("0.0.0.0" if https else "127.0.0.1")
    port = port or (HTTPS_PORT if https else HTTP_PORT)
    with _in_words():
        sys.exit(serve(config, Serving(host, port, https, with_demo)))


@main.command("demo")
@click.pass_obj
def demo_command(config: Config) -> None:
    """Load the demo project; what is there already stays as it is."""
    app = create_app(config)
    upgrade_database(app)
    for line in demo_lines(demo.load(app)):
        click.echo(line)


@main.group("database")
def database_group() -> None:
    """The database."""


@database_group.command("upgrade")
@click.pass_obj
def upgrade_command(config: Config) -> None:
    """Bring it to the tables of this version; `serve` does so by itself."""
    upgrade_database(create_app(config))


@main.command("backup")
@click.argument("target", type=click.Path(path_type=Path))
@click.pass_obj
def backup_command(config: Config, target: Path) -> None:
    """Back up into the folder of backups TARGET (or one file TARGET.tar), while the server serves."""
    with _in_words():
        sys.exit(say_taken(take_backup(create_app(config), target)))


@main.command("restore")
@click.argument("source", type=click.Path(path_type=Path, exists=True))
@click.option("--backup", "name", help="Name of one of several backups. [default: the newest]")
@click.option("--force", is_flag=True, help="Set aside (rename) the database that is there.")
@click.option("--without-damaged", is_flag=True, help="Go on without photos that the backup does not have whole.")
@click.option("--yes", is_flag=True, help="Do not ask, also where newer backups exist.")
@click.pass_obj
def restore_command(config: Config, /, source: Path, name: str | None, yes: bool, **agreed: bool) -> None:
    """Bring a backup back, with the server stopped. Phones then give back what they did since."""
    with _in_words(), unpacked(source) as root:
        newer = newer_than(config, root, name)
        if newer and not yes:
            click.confirm(older_is_lossy(newer), abort=True)
        say_restored(restore_backup(config, root, name, **agreed))


@main.command("verify")
@click.pass_obj
def verify_command(config: Config) -> None:
    """Follow the chains of operations: nothing was changed, removed or swapped since it was received."""
    with create_app(config).app_context():
        sys.exit(say_verified(verify_chains(config.data_dir)))


@main.group("person")
def person_group() -> None:
    """People and their passwords."""


@person_group.command("add")
@click.argument("name")
@click.option("--name-zh", help="Name shown in Chinese. [default: NAME]")
@click.option("--name-en", help="Name shown in English. [default: NAME]")
@click.option("--language", type=click.Choice(["zh-CN", "en"]), default="zh-CN", show_default=True)
@click.option("--project", help="Code of the project in which the roles are given.")
@click.option("--role", "roles", multiple=True, type=click.Choice(ROLES))
@click.option("--administrator", is_flag=True, help="May begin projects in this installation.")
@click.pass_obj
def add_command(
    config: Config, /, name: str, project: str | None, roles: tuple[str, ...], administrator: bool, **shown: Any
) -> None:
    """Add somebody who signs in as NAME; prints a new password."""
    if bool(project) != bool(roles):
        raise click.UsageError("--project and --role go together")
    new = NewPerson(name, shown["name_zh"] or name, shown["name_en"] or name, shown["language"], administrator)
    with create_app(config).app_context(), _in_words():
        person_id, password = add_person(new)
        if project:
            grant(person_id, project, list(roles))
    click.echo(password)


@person_group.command("password")
@click.argument("name")
@click.pass_obj
def password_command(config: Config, name: str) -> None:
    """Give NAME a new password and print it; every session of theirs ends."""
    with create_app(config).app_context(), _in_words():
        click.echo(set_password(person_named(name)))


@person_group.command("administrator")
@click.argument("name")
@click.option("--no-longer", is_flag=True, help="Take it away again.")
@click.pass_obj
def administrator_command(config: Config, name: str, no_longer: bool) -> None:
    """Let NAME begin projects in this installation."""
    with create_app(config).app_context(), _in_words():
        appoint_administrator(person_named(name), not no_longer)


@main.group("device")
def device_group() -> None:
    """Phones and browsers that are lost, or found again."""


@device_group.command("revoke")
@click.argument("device")
@click.option("--reason", required=True, help="Why; kept in the books.")
@click.pass_obj
def revoke_command(config: Config, device: str, reason: str) -> None:
    """Let DEVICE hand in its unsent work, which parks, and nothing else; it wipes what it shows at its next contact."""
    with create_app(config).app_context(), _in_words():
        revoke_device(device, reason)


@device_group.command("readmit")
@click.argument("device")
@click.pass_obj
def readmit_command(config: Config, device: str) -> None:
    """Give DEVICE its rights back."""
    with create_app(config).app_context(), _in_words():
        readmit_device(device)


@contextmanager
def _in_words() -> Iterator[None]:
    """Say what is wrong without a trace: it is the operator's to mend."""
    try:
        yield
    except (ConfigError, Refused) as error:
        raise click.ClickException(str(error)) from error
