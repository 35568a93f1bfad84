"""The folder keeps bytes under their hash, whole or not at all."""

import hashlib
import io
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from server.blobs.folder import FolderStore
from server.blobs.interface import PartName

DATA = "稳定运行".encode() * 1000
HASH = hashlib.sha256(DATA).hexdigest()


@pytest.fixture
def store(tmp_path: Path) -> FolderStore:
    return FolderStore(tmp_path / "blobs")


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize("content", [DATA, io.BytesIO(DATA)])
def test_bytes_are_found_under_their_hash(store: FolderStore, content: bytes | io.BytesIO) -> None:
    assert store.put(content) == HASH
    assert store.exists(HASH)
    assert store.path(HASH).read_bytes() == DATA
    with store.open(HASH) as file:
        assert file.read() == DATA


def test_what_was_never_kept_is_not_here(store: FolderStore) -> None:
    assert not store.exists(HASH)
    with pytest.raises(FileNotFoundError):
        store.path(HASH)
    with pytest.raises(FileNotFoundError):
        store.open(HASH)


def test_keeping_the_same_bytes_again_heals_a_damaged_file(store: FolderStore) -> None:
    store.put(DATA)
    store.path(HASH).write_bytes(b"rot")
    store.put(DATA)
    assert store.path(HASH).read_bytes() == DATA


@pytest.mark.parametrize("name", ["", "x", "../../etc/passwd", HASH.upper(), HASH + "0", HASH[:-1] + "/"])
def test_only_a_hash_becomes_a_path(store: FolderStore, name: str) -> None:
    with pytest.raises(ValueError, match="SHA-256"):
        store.exists(name)


def test_what_was_not_taken_over_leaves_nothing(store: FolderStore, tmp_path: Path) -> None:
    with store.receive() as incoming:
        incoming.write(DATA)
    assert files(tmp_path) == []


def test_parts_of_one_upload_go_together_and_leave_others(store: FolderStore) -> None:
    names = [PartName("one", 0, 1), PartName("one", 5, 2), PartName("-two", 0, 1)]
    for name in names:
        with store.receive() as incoming:
            incoming.write(f"{name.upload} {name.offset}".encode())
            store.keep_part(incoming, name)
    with store.open_part(names[1]) as file:
        assert file.read() == b"one 5"
    assert store.uploads_with_parts() == ["-two", "one"]
    store.drop_parts("one")
    store.drop_parts("never-begun")
    with pytest.raises(FileNotFoundError):
        store.open_part(names[0])
    store.open_part(names[2]).close()


def test_what_a_dead_process_left_is_swept_and_what_is_coming_in_is_not(store: FolderStore, tmp_path: Path) -> None:
    with store.receive() as old, store.receive() as new:
        os.utime(old.path, (1_000_000, 1_000_000))
        store.drop_strays(begun_before=datetime.fromtimestamp(2_000_000, UTC))
        assert files(tmp_path) == [new.path]


@pytest.mark.parametrize("name", ["", "..", "a/b", ".hidden"])
def test_a_name_cannot_lead_out_of_the_folder(store: FolderStore, name: str) -> None:
    with pytest.raises(ValueError, match="simple name"):
        store.drop_parts(name)


def test_what_is_derived_lies_beside_its_blob(store: FolderStore) -> None:
    with store.receive() as incoming:
        incoming.write(b"small")
        store.keep_derived(incoming, HASH, "thumb.jpg")
    assert store.derived_path(HASH, "thumb.jpg").read_bytes() == b"small"
    with pytest.raises(FileNotFoundError):
        store.derived_path(HASH, "large.jpg")


def test_a_second_process_sees_the_same_blobs(store: FolderStore, tmp_path: Path) -> None:
    store.put(DATA)
    assert FolderStore(tmp_path / "blobs").path(HASH).read_bytes() == DATA
