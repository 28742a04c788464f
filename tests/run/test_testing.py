"""`./run test`: which tests run a second time, and what counts as passed."""

import pytest
from runner import testing

ONCE = ["-m", "not journey and not libreoffice and not once"]


def test_the_database_tests_run_again_and_the_others_do_not() -> None:
    chosen = testing.again([])
    assert chosen is not None
    assert {"tests/apps", "tests/flows", "tests/sites"} <= set(chosen)
    assert not {"tests/domain", "tests/architecture", "tests/run", "tests/journeys"} & set(chosen)


def test_arguments_pass_through_to_the_second_run() -> None:
    assert testing.again(["tests/apps", "-k", "ledger"]) == ["-k", "ledger", *ONCE, "tests/apps"]
    assert testing.again(["tests/domain", "-x"]) is None
    left_out = ["--deselect", "tests/sites"]
    assert testing.again([*left_out, "tests/apps"]) == [*left_out, *ONCE, "tests/apps"]
    assert testing.again(["-m", "corpus", "tests/apps"]) == ["-m", "corpus", "tests/apps"]


def test_a_failure_on_either_database_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    assert testing.verdict(0, 0, []) == 0
    assert testing.verdict(1, 0, []) == 1
    assert testing.verdict(0, 1, []) == 1
    assert testing.verdict(0, testing.NOTHING_COLLECTED, []) == 0
    assert testing.verdict(testing.NOTHING_COLLECTED, testing.NOTHING_COLLECTED, []) == 1


def test_what_was_left_out_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delenv("CI", raising=False)
    assert testing.verdict(0, 0, ["chromium is not installed: 3"]) == 0
    assert "chromium is not installed: 3" in capsys.readouterr().out


def test_under_ci_nothing_but_the_corpus_may_be_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "1")
    assert testing.verdict(0, 0, ["chromium is not installed: 3"]) == 1
    assert testing.verdict(0, 0, ["corpus (the annotated documents, kept beside the repository): 2"]) == 0
