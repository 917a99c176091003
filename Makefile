# make start   set up what is missing, then run Rechtop on http://127.0.0.1:8000/
# make test    set up what is missing, then all tests (also those with the real processes and a browser)
# make check   formatting, types, old browsers, and the language of everything a resident can read
# make dekking every line and branch of the rules (actions/regels) is reached by their own example tests
# make bench   the numbers of the design, measured here
# make nlu     how well sentences are understood that the chatbot never learnt from
# make gemeente NAAM=<slug>   a new file for a gemeente, to fill in (content/gemeenten/LEESMIJ.md)
# make clean   away with everything that was made; the next make sets up again

SHELL := /bin/bash
.DELETE_ON_ERROR:

# Nothing is ever downloaded that is not a package in a lock file; Python itself comes from the machine.
export UV_PYTHON_DOWNLOADS := never
export UV_NO_PROGRESS := 1
UV_VERSIE := 0.13.8
UV := .uv/bin/uv
PY := .venv/bin/python
PYTEST_ARGS ?=

.PHONY: start test check dekking bench nlu gemeente clean omgevingen
.DEFAULT_GOAL := start

start: omgevingen
	@exec $(PY) -m ops.start

# Two at once; the tests of the three processes stay together (tests/conftest.py) and go first, as they take longest.
test: omgevingen
	@$(PY) -m ops.train
	@$(PY) -m ops.druk
	@CHROMIUM="$$($(PY) -m ops.browser)" && export CHROMIUM && exec $(PY) -m pytest -n 2 --no-loadscope-reorder $(PYTEST_ARGS)

check: .venv/klaar node_modules/klaar
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	node_modules/.bin/tsc --project .
	node --test ops/oud/keur.test.mjs
	$(PY) -m ops.oud
	$(PY) -m content

# Examples only: what a property reaches by chance is not covered, and tracing those would cost minutes.
dekking: .venv/klaar
	@$(PY) -m coverage run -m pytest tests/regels -q -m "not hypothesis" -k "not overbodig" \
		--ignore-glob "*/test_metamorf*.py" --ignore-glob "*_nagerekend.py" \
		--ignore-glob "*/test_grenzen*.py"
	@$(PY) -m coverage report

bench: omgevingen
	@$(PY) -m ops.train
	@exec $(PY) -m ops.bench

nlu: omgevingen
	@exec $(PY) -m ops.nlu

gemeente: .venv/klaar
	@test -n "$(NAAM)" || { echo "Zo: make gemeente NAAM=bergen-nh"; exit 1; }
	@$(PY) -m content nieuw "$(NAAM)"

omgevingen: .venv/klaar bot/.venv/klaar

.uv/klaar: ops/uv.sh Makefile
	@bash ops/uv.sh $(UV_VERSIE)
	@touch $@

# Compiled here, once: where Python may not write beside its sources every start would compile TensorFlow again.
.venv/klaar: requirements.lock .uv/klaar
	@echo "Setting up .venv ..."
	@test -x $(PY) || $(UV) venv --quiet --python .uv/bin/python .venv
	@$(UV) pip sync --quiet --require-hashes --compile-bytecode --python $(PY) requirements.lock
	@touch $@

bot/.venv/klaar: bot/requirements.lock .uv/klaar
	@echo "Setting up bot/.venv (Rasa and TensorFlow: some minutes the first time) ..."
	@test -x bot/.venv/bin/python || $(UV) venv --quiet --python .uv/bin/python bot/.venv
	@$(UV) pip sync --quiet --require-hashes --compile-bytecode --python bot/.venv/bin/python bot/requirements.lock
	@touch $@

# Only for make check: what a resident gets is served as it is written, so make start needs no node.
node_modules/klaar: package.json package-lock.json
	@for een in node npm; do command -v $$een > /dev/null || { echo "make check needs $$een, for the types of the \
	browser code. On Debian and Ubuntu: apt-get install nodejs npm" >&2; exit 1; }; done
	@npm ci --silent --ignore-scripts --no-audit --no-fund
	@touch $@

# Not .gegevens/: that holds the database and the keys.
clean:
	rm -rf .venv .uv bot/.venv bot/.rasa bot/bouw bot/modellen node_modules
	rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage test-results
