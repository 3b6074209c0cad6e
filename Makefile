# The house's commands. Each needs only python3 (3.11 or later) with venv, and make.
PYTHON ?= python3
BIN := .venv/bin
INSTALL := $(BIN)/python -m pip install -qq --disable-pip-version-check
PYTEST := $(BIN)/python -m pytest --numprocesses auto

.PHONY: demo test test-all mutation lint format docs bench bench-parties bench-reading soundness cover lock clean

demo: .venv/run.stamp ## one transaction, assessed
	@$(BIN)/antinomy assess examples/johor-ascend.yaml

test: .venv/dev.stamp ## the ordinary run: under three minutes
	@$(PYTEST) -q

test-all: test ## the ordinary run, the slow one, in which a skip is a failure, and the mutants
	@ANTINOMY_NO_SKIP=1 $(PYTEST) -q -m slow
	@$(BIN)/python scripts/mutation.py --alive

mutation: .venv/dev.stamp ## every provision taken away, every threshold, date and country changed, into docs/mutation.md
	@$(BIN)/python scripts/mutation.py --write --alive

lint: .venv/dev.stamp ## style, types and layers
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo

format: .venv/dev.stamp ## mend what ruff can mend
	@$(BIN)/ruff check --quiet --fix
	@$(BIN)/ruff format --quiet

docs: .venv/docs.stamp ## the pages, in build/docs
	@$(BIN)/sphinx-build -q -W --keep-going -b html docs build/docs

bench: .venv/dev.stamp ## speed, beside the peers
	@$(BIN)/python bench/run.py
	@$(BIN)/python bench/assessing.py --write

# LISTS: a folder of lists and labelled cases; ORDINARY: a CSV with a column `name`.
bench-parties: .venv/dev.stamp ## names beside the peers, holdings, supply
	@$(BIN)/python bench/names.py --write $(if $(LISTS),--lists $(LISTS)) $(if $(ORDINARY),--ordinary $(ORDINARY))
	@$(BIN)/python bench/cascades.py --write

# ARTICLES: texts with gold; PAGES: public pages with the texts of their articles.
bench-reading: .venv/dev.stamp ## the reader beside its yardsticks
	@$(BIN)/python bench/reading.py --write $(if $(ARTICLES),--articles $(ARTICLES)) $(if $(PAGES),--pages $(PAGES)) $(if $(KEPT),--kept $(KEPT))

soundness: .venv/dev.stamp ## verdicts against every completion, into docs/soundness.md
	@$(BIN)/python bench/soundness.py --write
	@$(BIN)/python bench/soundness_packs.py --write

cover: .venv/dev.stamp ## the ordinary run, with the lines it missed
	@$(BIN)/coverage run -m pytest -q
	@$(BIN)/coverage report

lock: ## new locks that keep the pins; scripts/lock --upgrade takes the newest
	@scripts/lock

clean:
	@rm -rf .venv build .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage

.venv/run.stamp: requirements/run.txt pyproject.toml
	@echo "installing requirements/run.txt"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed")'
	@$(PYTHON) -m venv .venv
	@$(INSTALL) --require-hashes -r requirements/run.txt
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/%.stamp: requirements/%.txt .venv/run.stamp
	@echo "installing requirements/$*.txt"
	@$(INSTALL) --require-hashes -r requirements/$*.txt
	@touch $@
