# Everything that can be done with this project. `make help` lists it.

PYTHON ?= python3
VENV := .venv
IN := $(VENV)/bin/python
READY := $(VENV)/.ready
export PIP_CONSTRAINT := constraints.txt
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help setup demo test campaigns run lint format types catalogues check-catalogues gallery bench clean

help: ## say what each target does
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-18s %s\n", $$1, $$2}'

setup: $(READY) ## install what the program needs into .venv

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed; $(PYTHON) is older. Try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
		|| { echo "Python cannot make a virtual environment. On Debian: apt-get install python3-venv"; exit 1; }
	$(IN) -m pip install --quiet '.[dev]'
	@rm -rf build *.egg-info
	@touch $@

demo: $(READY) ## walk the whole path on the sample: three files, merged, drafted, published
	@$(IN) main.py demo --out out

test: $(READY) ## run the tests (no screen needed)
	@$(IN) installer/system_libraries.py
	QT_QPA_PLATFORM=offscreen $(IN) -m pytest -n auto --dist worksteal

campaigns: $(READY) ## kills, power cuts, mutants and orders without end: the full dose of tests/campaigns (an hour)
	@$(IN) installer/system_libraries.py
	CONSULTATION_CAMPAIGNS=full QT_QPA_PLATFORM=offscreen $(IN) -m pytest tests/campaigns --durations=20

run: $(READY) ## open the window
	@$(IN) installer/system_libraries.py --screen
	@$(IN) main.py

lint: $(READY) ## check the style of the code
	$(IN) -m ruff check .
	$(IN) -m ruff format --check .

format: $(READY) ## put the code into shape
	$(IN) -m ruff check --fix .
	$(IN) -m ruff format .

types: $(READY) ## check the types, strictly
	$(IN) -m mypy

catalogues: $(READY) ## collect all texts, bring the translations up to date and compile them
	$(IN) installer/catalogues.py --update

check-catalogues: $(READY) ## check that every text is in every language, and compiled
	$(IN) installer/catalogues.py

gallery: $(READY) ## draw every page and dialog, light and dark, in each language, into gallery/
	@$(IN) installer/system_libraries.py
	QT_QPA_PLATFORM=offscreen $(IN) -m ui.shell.gallery gallery

bench: $(READY) ## measure the speed, as ratios to a floor
	$(IN) -m benchmarks

clean: ## remove everything that was made
	rm -rf $(VENV) out gallery build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
