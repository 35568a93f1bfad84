"""What to say of a backup taken or brought back, in both languages."""

import click

from server.backup.give_back import Restored
from server.backup.take import Taken
from server.config import Config

ALL_THERE, SOMETHING_MISSING = 0, 3


def say_taken(taken: Taken) -> int:
    """Tell where it lies and what it holds; return the exit code."""
    manifest = taken.manifest
    click.echo(f"Backup completed 备份完成: {taken.place}")
    click.echo(f"  {len(manifest.numbers)} devices 设备, {len(manifest.blobs)} photos 照片; checked 已校验")
    if not taken.is_relied_on:
        click.echo(
            "  It lies outside ROUNDSMAN_BACKUP_DIR: phones keep their work until a backup there. 不影响手机保留"
        )
    if not manifest.missing_blobs:
        return ALL_THERE
    lost = (
        f"{len(manifest.missing_blobs)} photos that the database names are not in the store, hence not in the backup:"
    )
    click.secho(f"{lost}\n{len(manifest.missing_blobs)} 张照片在库里有记录，但文件缺失，未能备份：", fg="red", err=True)
    click.echo("\n".join(f"  {each}" for each in manifest.missing_blobs), err=True)
    return SOMETHING_MISSING


def older_is_lossy(newer: list[str]) -> str:
    return (
        f"There are newer completed backups ({', '.join(newer)}). Phones may have forgotten what only those contain: "
        "restoring the older one loses it for good.\n"
        "还有更新的备份；手机可能已清除只在新备份里的内容，恢复旧备份会永久丢失这些内容。\n"
        "Restore the older one? 仍要恢复旧备份？"
    )


def say_restored(restored: Restored) -> None:
    if restored.set_aside:
        click.echo(f"What was there is kept as 原有数据改名保留为: {restored.set_aside}")
    click.echo(f"Restored 已恢复: {restored.folder.name}, new incarnation 新历史编号 {restored.incarnation}")
    if restored.lost_photos:
        click.secho(
            f"{len(restored.lost_photos)} photos are not here; phones that still have them send them again:\n"
            f"{len(restored.lost_photos)} 张照片缺失；仍保有原图的手机会重新上传：",
            fg="red",
            err=True,
        )
        click.echo("\n".join(f"  {each}" for each in restored.lost_photos), err=True)
    click.echo("Start the server: phones now give back what they did since. 启动服务后，手机会自动补传此后的工作。")


def say_policy(config: Config, *, demo: bool) -> None:
    """Without a policy the operator is told at every start what that means and what switches them on.

    In red, but for a demo: there is nothing in it to lose.
    """
    if config.backup_dir:
        return
    click.secho(
        "Backups are off: phones keep what they sent for 14 days, after that this server has the only copy.\n"
        "To switch them on, start with ROUNDSMAN_BACKUP_DIR set to a folder on another disk (docs/operate.md).\n"
        "备份未开启：手机发出的内容再保留 14 天，之后只有本服务器这一份。\n"
        "启动时把 ROUNDSMAN_BACKUP_DIR 设为另一块磁盘上的文件夹即可开启（见 docs/operate.md）。",
        fg=None if demo else "red",
    )
