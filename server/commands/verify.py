"""What to say of the chains, in both languages; the exit code tells as well."""

import click

from server.chain.verifying import Verified

SOUND, TAMPERED = 0, 4


def say_verified(verified: Verified) -> int:
    click.echo(f"{verified.links} links checked 已校验; {verified.unchained} operations not chained yet 尚未入链")
    if not verified.wrong:
        click.echo("The books are whole. 账目完整。")
        return SOUND
    click.secho(f"{len(verified.wrong)} findings 处异常:", fg="red", err=True)
    click.echo("\n".join(verified.wrong), err=True)
    return TAMPERED
