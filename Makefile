# Every command of the project. `make help` lists them.
PYTHON ?= python3
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help demo test check torture fuzz audit bench lock clean

help: ## lists these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: .venv/run ## the whole desk on this machine: emulator, bot, embedded ENT, a page in the browser
	@$(BIN)/palier demo

# Tests wait for processes and for the network: twice as many as there are cores keep the cores busy.
WORKERS ?= $(shell $(PYTHON) -c 'import os; print(min(8, 2 * (os.cpu_count() or 1)))')
TESTS := -m pytest -n $(WORKERS) --dist load --maxschedchunk 8
test: check ## style, types, layers, every test; PALIER_TESTS=all, as CI sets it: none left out, and coverage measured
	@.ci/install-programs
ifeq ($(PALIER_TESTS),all)
	@$(BIN)/python $(TESTS) --cov --cov-report=
	@$(BIN)/python -m tests.covered --hold
else
	@$(BIN)/python $(TESTS)
endif

check: .venv/dev ## style, types, import rules and the Dockerfile; shows what the last `make test` covered
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@PYTHONPATH=. $(BIN)/lint-imports --no-logo
	@$(BIN)/hadolint Dockerfile
	@$(BIN)/python -m tests.covered

UPDATES ?= 2000
RUNS ?= 4000
SEEDED = $(if $(SEED),--seed $(SEED))
FUZZ = $(BIN)/python -m tests.hostile $(ENTRANCE) --runs $(RUNS) $(SEEDED)
torture: .venv/dev ## `make fuzz`, then kills, breaks and fills everything under load; SEED=… plays the same again
	@$(FUZZ); fuzzed=$$?; $(BIN)/python -m tests.durability --updates $(UPDATES) $(SEEDED) && exit $$fuzzed

fuzz: .venv/dev ## feeds every entrance with hostile input, guided by coverage; ENTRANCE=… one; SEED=… the same again
	@$(FUZZ)

audit: .venv/dev ## known vulnerabilities of what is pinned; status 1: there are some, 2: a lock is unsound, 3: not looked up
	@$(BIN)/python -m tests.audit

ACCOUNTS ?= 1000000
REQUESTS ?= 1000000
ROUNDS ?= 15
bench: .venv/dev ## one table of ratios, into docs/performance.*; a first look: ROUNDS=3 ACCOUNTS=10000 REQUESTS=20000
	@$(BIN)/python -m benchmarks --rounds $(ROUNDS) --requests $(REQUESTS) --accounts $(ACCOUNTS)

lock: .venv/dev ## pins the dependencies anew (versions and hashes only)
	@$(BIN)/pip install -q uv
	@$(BIN)/uv pip compile pyproject.toml -q --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-annotate --no-header --group build -o lock/run.txt
	@$(BIN)/uv pip compile pyproject.toml -q --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-annotate --no-header --group build --group dev -o lock/dev.txt
	@echo 'aiogram>=3.31,<4' | $(BIN)/uv pip compile - -q --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-annotate --no-header -o lock/aiogram.txt

clean: ## removes the environment and what tools left behind
	rm -rf .venv .coverage .covered .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache build *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Palier needs Python 3.11 or newer; say which: make PYTHON=python3.12 …")'
	@$(PYTHON) -m venv .venv

.venv/run: .venv/bin/python lock/run.txt pyproject.toml
	@echo "Installing the pinned dependencies into .venv …"
	@$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r lock/run.txt
	@$(BIN)/pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev: .venv/run lock/dev.txt
	@echo "Installing what the checks need into .venv …"
	@$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r lock/dev.txt
	@touch $@
