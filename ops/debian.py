"""Debian's own packages, for tests that need more than Python has."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys


def installeer(pakketten: tuple[str, ...], waarvoor: str) -> None:
    """Install these when we are root on a machine with apt-get; otherwise nothing.

    Raises subprocess.CalledProcessError when that fails.
    """
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    print(
        f"Installing {', '.join(pakketten)} (Debian packages) for {waarvoor} ...", file=sys.stderr, flush=True
    )
    omgeving = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for opdracht in (["update", "-q"], ["install", "-y", "-q", "--no-install-recommends", *pakketten]):
        # stdout is for who called us; what apt-get says goes beside it.
        subprocess.run(["apt-get", *opdracht], env=omgeving, stdout=sys.stderr, check=True)
