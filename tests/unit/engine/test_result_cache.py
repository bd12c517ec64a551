"""What is kept between builds comes back as it was, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckc.engine.result_cache import keep_result, recall_result


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DECKC_CACHE", str(tmp_path))
    keep_result("math", ("x^2",), ("<span>", 1))
    (found,) = tmp_path.rglob("*.kept")
    return found


def recalled() -> tuple[object, ...] | None:
    return recall_result("math", ("x^2",), lambda *fields: fields)


@pytest.mark.usefixtures("kept")
def test_a_result_comes_back() -> None:
    assert recalled() == ("<span>", 1)


@pytest.mark.parametrize("was", [b"span", b" 1]", b"\n", b'["<span>", 1]'])
@pytest.mark.parametrize("put", [b"", b"spin", b" 2]", b"[" * 100_000, b"\xff\x00"])
def test_a_damaged_one_does_not(kept: Path, was: bytes, put: bytes) -> None:
    content = kept.read_bytes()
    assert was in content
    kept.write_bytes(content.replace(was, put))

    assert recalled() is None


def test_what_is_no_file_does_not(kept: Path) -> None:
    kept.unlink()
    kept.mkdir()

    assert recalled() is None
    keep_result("math", ("x^2",), ("<b>",))
