#!/usr/bin/env bash
# Puts uv (version: first argument) in an environment of its own, .uv/, made by the machine's Python 3.11.
# Of its own, because Debian's Python refuses packages from pip outside one (PEP 668).
set -euo pipefail
cd "$(dirname "$0")/.."
versie=$1

python=""
for naam in python3.11 python3 python; do
    # Run it: a name can exist without working (version managers put empty shims on the path).
    if "$naam" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null; then
        python=$naam
        break
    fi
done
if [ -z "$python" ]; then
    echo "Rechtop needs Python 3.11 (Rasa does not run on 3.12 or newer), and it is not here." >&2
    echo "Debian 12: apt-get install python3 python3-venv" >&2
    exit 1
fi

if ! "$python" -c 'import venv, ensurepip' 2>/dev/null; then
    echo "This Python cannot make environments: the package venv is missing." >&2
    echo "Debian 12: apt-get install python3-venv (or python3.11-venv)" >&2
    exit 1
fi

echo "Setting up .uv (the installer) ..."
[ -x .uv/bin/python ] || "$python" -m venv .uv
.uv/bin/python -m pip install --quiet --disable-pip-version-check "uv==$versie"
