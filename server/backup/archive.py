"""One backup in one file: the same folder, as a tar, which is a backup from the moment that it has its name."""

import os
import shutil
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from server.blobs.durable import sync_folder
from server.commands.refused import Refused

SUFFIX = ".tar"


def is_archive(path: Path) -> bool:
    return path.suffix == SUFFIX


@contextmanager
def beside(file: Path) -> Iterator[Path]:
    """A folder to work in, on the same disk; what died there before is cleared away, and this goes as well."""
    folder = file.absolute().with_name(f".unfinished-{file.name}")
    shutil.rmtree(folder, ignore_errors=True)
    try:
        folder.mkdir(mode=0o700, parents=True)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def pack(root: Path, file: Path) -> Path:
    unfinished = root / "whole.tar"
    with tarfile.open(unfinished, "w") as tar:
        for path in sorted(root.iterdir()):
            if path != unfinished and not path.name.startswith("."):
                tar.add(path, path.name)
    with unfinished.open("rb") as whole:
        os.fsync(whole.fileno())
    unfinished.rename(file)
    sync_folder(file.absolute().parent)
    return file


@contextmanager
def unpacked(path: Path) -> Iterator[Path]:
    """The folder of backups behind a path: itself, or what a file holds, for as long as it is looked at."""
    if not is_archive(path):
        yield path
        return
    with beside(path) as folder:
        try:
            with tarfile.open(path) as tar:
                _take_out(tar, folder)
        except (OSError, tarfile.TarError) as error:
            raise Refused(f"{path} is not a whole backup: {error}") from error
        yield folder


def _take_out(tar: tarfile.TarFile, folder: Path) -> None:
    """Files and folders below `folder` and nothing else, whoever made the file. Python 3.11.2 has no filter for it."""
    for member in tar.getmembers():
        inside = (folder / member.name).resolve().is_relative_to(folder.resolve())
        if not (inside and (member.isfile() or member.isdir())):
            raise tarfile.TarError(f"{member.name} does not belong into a backup")
    tar.extraction_filter = getattr(tarfile, "data_filter", None)
    tar.extractall(folder)
