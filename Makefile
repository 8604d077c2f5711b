# Two commands matter: `make demo` does the main job on the sample heap, `make test` passes the tests.
# Both set everything up by themselves: python3, make and the Python package index are all they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test check bench gate smoke docs lock clean

demo: $(VENV)/.run
	$(BIN)/sayso dossier examples/heap -o demo --title "The sample heap"
	$(BIN)/sayso verify demo

test: $(VENV)/.dev
	$(BIN)/pytest

check: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/python bench/gate.py

gate: $(VENV)/.dev
	$(BIN)/python bench/gate.py

bench: $(VENV)/.dev
	$(BIN)/python bench/speed.py

docs: $(VENV)/.dev
	$(BIN)/python bench/document.py

# The wheel, installed with its own dependencies only: no development tool may be needed to run.
smoke:
	rm -rf build/smoke && $(PYTHON) -m venv build/smoke
	build/smoke/bin/python -m pip install -q --require-hashes -r requirements/run.txt
	build/smoke/bin/python -m pip wheel -q --no-deps --no-build-isolation -w build/wheel .
	build/smoke/bin/python -m pip install -q --no-deps --force-reinstall build/wheel/sayso-*.whl
	cd build && smoke/bin/sayso --help && smoke/bin/sayso split ../examples/heap > split.jsonl
	test -s build/split.jsonl

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements/run.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.dev: requirements/dev.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@ $(VENV)/.run

# Needs uv (any way of installing it will do); writes no index address into the files.
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		-q pyproject.toml --group dev -o requirements/dev.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		-q pyproject.toml --group build -c requirements/dev.txt -o requirements/run.txt

clean:
	rm -rf $(VENV) demo build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
