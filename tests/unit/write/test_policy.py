from __future__ import annotations

from deckc.compile.write.policy import content_policy

EMPTY_SHA = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"


def test_scripts_run_by_their_hash_alone() -> None:
    policy = content_policy(["", ""], connect=())

    assert f"; script-src {EMPTY_SHA};" in policy
    assert "unsafe-eval" not in policy
    assert "connect-src" not in policy


def test_what_is_not_named_is_refused() -> None:
    policy = content_policy([], connect=())

    assert policy.startswith("default-src 'none'; ")
    assert "object-src 'none'" in policy


def test_the_page_reaches_what_it_is_allowed_to() -> None:
    assert content_policy([], connect=("'self'", "ws:")).endswith("; connect-src 'self' ws:")
