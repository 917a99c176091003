"""For all tests. Fixtures of one room live in the conftest.py of its own folder."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from xdist.remote import Producer  # type: ignore[import-untyped]
from xdist.scheduler import LoadScopeScheduling  # type: ignore[import-untyped]

_HUIS = {"bot", "keten"}
"""Folders whose tests share Rasa or the three processes: starting those twice would cost more than it saves."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--geen-overslaan", action="store_true", help="fail when any test was skipped (used by .ci/run)"
    )
    parser.addoption(
        "--keur-namen",
        action="store_true",
        help="what a screen reader hears now becomes the approved text (tests/browser/namen)",
    )


class _Verdeling(LoadScopeScheduling):  # type: ignore[misc]
    """With `-n`: a file is never split, and what shares the three processes stays together."""

    def _split_scope(self, nodeid: str) -> str:
        bestand = PurePosixPath(nodeid.split("::")[0])
        return "huis" if bestand.parent.name in _HUIS else str(bestand)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> LoadScopeScheduling:
    # pytest-xdist 3.8 does not see its own `xdist_group` under pytest 9.2.
    return _Verdeling(config, log)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """A skipped test proves nothing. Looks at the end, so that skips while collecting count as well."""
    overgeslagen = _overgeslagen(session.config)
    if overgeslagen and session.config.getoption("--geen-overslaan"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    aantal = _overgeslagen(config)
    if aantal and config.getoption("--geen-overslaan"):
        terminalreporter.write_line(f"FAILED: {aantal} skipped, and nothing may be skipped here", red=True)


def _overgeslagen(config: pytest.Config) -> int:
    verslag = config.pluginmanager.get_plugin("terminalreporter")
    return len(verslag.stats.get("skipped", [])) if isinstance(verslag, pytest.TerminalReporter) else 0
