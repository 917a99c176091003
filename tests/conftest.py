"""For all tests. Fixtures of one room live in the conftest.py of its own folder."""

from __future__ import annotations

import pytest

_SAMEN = {"bot": "huis", "keten": "huis", "browser": "browser"}
"""Folder to group."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--geen-overslaan", action="store_true", help="fail when any test was skipped (used by .ci/run)"
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """With `-n`, tests that share something dear stay together: the three processes, or the browser's server."""
    for item in items:
        groep = _SAMEN.get(item.path.parent.name)
        if groep:
            item.add_marker(pytest.mark.xdist_group(groep))


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
