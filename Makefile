# `make build` and `make test` set up all that they need; `make help` lists the rest.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help build test lint format lock template guide definitions licences fuzz torture audit pictures gallery clean

help: ## List what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

build: $(VENV)/.installed ## Set borderdeck up and build the bundled course into output/
	$(BIN)/borderdeck build course $(ARGS)

test: $(VENV)/.tested ## Set everything up and run every test
	$(BIN)/pytest --numprocesses auto --dist loadfile $(ARGS)

lint: $(VENV)/.tested ## Check format, style and types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: $(VENV)/.tested ## Put the code in its format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: $(VENV)/.tested ## Write the lock files anew from pyproject.toml
	tools/lock $(BIN)

template: $(VENV)/.installed ## Make the deck templates anew
	$(BIN)/python tools/make_deck_template.py

guide: $(VENV)/.installed ## Write the tables in docs/course-format.md anew
	$(BIN)/python tools/make_course_format.py

definitions: $(VENV)/.installed ## Compile WeasyPrint's definitions of C functions anew
	$(BIN)/python tools/make_definitions.py

licences: $(VENV)/.tested ## Write docs/licences.md anew from the lock files
	$(BIN)/python tools/make_licences.py

fuzz: $(VENV)/.tested ## Feed readers with hostile bytes: make fuzz ARGS="svg --seconds 60"
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-fuzz.lock
	PYTHONPATH="$(CURDIR)" $(BIN)/python -m tests.fuzz $(ARGS)

torture: $(VENV)/.tested ## Kill builds at 200 random moments, in each way of publishing; edit at random
	BORDERDECK_KILLS=200 BORDERDECK_EDITS=30 $(BIN)/pytest tests/build/test_kill.py \
		tests/cli/test_killed.py tests/build/test_any_edits.py $(ARGS)

audit: ## Ask whether a locked package has a known weakness
	@$(PYTHON) -m venv $(VENV)/audit && $(VENV)/audit/bin/pip install --quiet \
		--disable-pip-version-check --require-hashes -r requirements-audit.lock \
		|| echo "Not audited: pip-audit cannot be had."
	@PATH="$(CURDIR)/$(VENV)/audit/bin:$$PATH" $(PYTHON) tools/audit.py

pictures: $(VENV)/.tested ## Make the README's pictures anew
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python tools/make_pictures.py

gallery: $(VENV)/.tested ## Picture every slide layout, into output/gallery
	PYTHONPATH="$(CURDIR)" $(BIN)/python tools/make_gallery.py

clean: ## Remove what was set up; output/ stays
	rm -rf $(VENV) node_modules

$(VENV)/.installed: requirements.lock pyproject.toml tools/set-up
	PYTHON=$(PYTHON) tools/set-up build $(VENV)
	@touch $@

$(VENV)/.tested: requirements-dev.lock package-lock.json tools/set-up $(VENV)/.installed
	PYTHON=$(PYTHON) tools/set-up test $(VENV)
	@touch $@
