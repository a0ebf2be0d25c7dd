"""Signatures as minisign writes them, made here with a key of the test's own."""

import base64
import hashlib
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from guidance_kb.help.signature import Signature, signature_of

NUMBER = b"12345678"
CONTENT = b"0" * 64 + b"  guidance-kb_0.2.0_amd64.deb\n"


def signed(folder: Path, *, hashed: bool = True, number: bytes = NUMBER) -> tuple[Path, Path]:
    """A list with its signature beside it, and the public key."""
    private = Ed25519PrivateKey.generate()
    sums, key = folder / "SHA256SUMS", folder / "release.pub"
    sums.write_bytes(CONTENT)
    made = private.sign(hashlib.blake2b(CONTENT).digest() if hashed else CONTENT)
    comment = "timestamp:1 file:SHA256SUMS"
    whole = base64.b64encode((b"ED" if hashed else b"Ed") + number + made).decode()
    vouched = base64.b64encode(private.sign(made + comment.encode())).decode()
    text = f"untrusted comment: x\n{whole}\ntrusted comment: {comment}\n{vouched}\n"
    sums.with_name("SHA256SUMS.minisig").write_text(text, "utf-8")
    public = base64.b64encode(b"Ed" + NUMBER + private.public_key().public_bytes_raw()).decode()
    key.write_text(f"untrusted comment: key\n{public}\n", "utf-8")
    return sums, key


@pytest.mark.parametrize("hashed", [True, False])
def test_a_signature_of_the_key_is_good(tmp_path: Path, *, hashed: bool) -> None:
    assert signature_of(*signed(tmp_path, hashed=hashed)) is Signature.GOOD


def test_a_changed_list_another_key_and_a_changed_comment_are_bad(tmp_path: Path) -> None:
    sums, key = signed(tmp_path)
    sums.write_bytes(CONTENT + b" ")
    assert signature_of(sums, key) is Signature.BAD
    other = tmp_path / "other"
    other.mkdir()
    assert signature_of(signed(tmp_path)[0], signed(other)[1]) is Signature.BAD
    sums, key = signed(tmp_path)
    beside = tmp_path / "SHA256SUMS.minisig"
    beside.write_text(beside.read_text("utf-8").replace("timestamp:1", "timestamp:2"), "utf-8")
    assert signature_of(sums, key) is Signature.BAD


def test_a_key_of_another_number_is_bad(tmp_path: Path) -> None:
    assert signature_of(*signed(tmp_path, number=b"87654321")) is Signature.BAD


@pytest.mark.parametrize(
    "content", ["", "x", "a\nb\nc\nd\n", "untrusted\nRUQ=\ntrusted comment: x\nAAAA\n", "é" * 9000]
)
def test_a_damaged_signature_or_key_is_bad(tmp_path: Path, content: str) -> None:
    sums, key = signed(tmp_path)
    beside = tmp_path / "SHA256SUMS.minisig"
    good = beside.read_text("utf-8")
    beside.write_text(content, "utf-8")
    assert signature_of(sums, key) is Signature.BAD
    beside.write_text(good, "utf-8")
    key.write_text(content, "utf-8")
    assert signature_of(sums, key) is Signature.BAD


def test_without_a_key_nothing_is_said(tmp_path: Path) -> None:
    sums, key = signed(tmp_path)
    key.unlink()
    assert signature_of(sums, key) is Signature.NOT_CONFIGURED
