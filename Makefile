# Two commands do everything on a fresh machine: `make run` and `make test`. The others are for daily work.
.PHONY: help run test lint check build bench bench-scale watchdog soak package screenshots looks transcripts walks mutants eval format clean
.DEFAULT_GOAL := help

PY := .venv/bin/python
DATABASE := build/knowledge.db
TS := $(wildcard resources/translations/*.ts)
QM := $(TS:.ts=.qm)
CONTENT := $(shell find resources db src/guidance_kb/knowledge src/guidance_kb/search -type f -not -name '*.qm' -not -path '*/__pycache__/*')
COVERED := src/guidance_kb/knowledge/*,src/guidance_kb/search/*,src/guidance_kb/conversation/*
# Bytecode is kept, also where the environment says otherwise: or each process of the tests compiles the whole program again.
OFFSCREEN := PYTHONDONTWRITEBYTECODE= QT_QPA_PLATFORM=offscreen QT_FONT_DPI=96

# What needs no window and no process of its own.
FAST_TESTS := tests/conversation tests/documents tests/help tests/knowledge tests/search tests/docs/test_links.py tests/docs/test_coverage.py
PYTEST = $(OFFSCREEN) $(PY) -m pytest -q -n auto --dist worksteal

help:
	@echo "make run          start the program (without a display: a tour of it, in pictures)"
	@echo "make test         run all tests; T=tests/search only those, FAST=yes those that need no window (a minute)"
	@echo "make quick        lint and the fast tests: for between two edits"
	@echo "make renew        everything that is made of the program and kept: translations, photographs, pictures, transcripts (half an hour)"
	@echo "make check        lint and test: everything that has to hold"
	@echo "make build        the knowledge database and the translations"
	@echo "make bench        measure search, signals, start and memory"
	@echo "make bench-collections COLLECTION=folder  ranking and time on a test collection, beside FTS5"
	@echo "make bench-scale  search with up to 100,000 entries, beside four other engines (a quarter of an hour)"
	@echo "make watchdog     a session of ten minutes in the real window: what held it up, and who"
	@echo "make sweep        presses every control in sight of every view, at both sizes of the window, at 100 and 150 % text; make test only some"
	@echo "make soak         the tests that are left out of make test because they take long; packs, conversations and records under fire (more than an hour)"
	@echo "make package      the Linux packages (dist/): a Debian package, and one folder for machines without Python"
	@echo "make package-windows  the Windows packages (dist/): a setup and a portable zip, made on Debian"
	@echo "make package-twice  the same packages twice from the last commit, compared byte by byte"
	@echo "make package-test what is in dist/, as packaged, in bare Debians without Python and network (half an hour; SHORT=yes: a minute or two)"
	@echo "make release      after it: bill of materials, checksums and signature of what is in dist/"
	@echo "make audit        known vulnerabilities of the locked packages (asks the network)"
	@echo "make publish      the knowledge for colleagues in a browser, by Datasette"
	@echo "make screenshots  every view in every look, by the tour (build/screenshots), and with them those of docs/"
	@echo "make looks        the photographs of the gallery and of the main views that the tests compare them with"
	@echo "make gallery      every widget in every state, in a window of its own"
	@echo "make transcripts  what a screen reader says of the program, into docs/accessibility.md"
	@echo "make docs-check   the commands of every page: do they print what the page says?"
	@echo "make walks        a mouse and a keyboard go through the real program on two screens, into docs/walks.md"
	@echo "make mutants      how many changes of the rules the tests notice"
	@echo "make eval         how well the search ranks the judged queries"
	@echo "make structure    modules, lines, repeated names and circles of imports"
	@echo "make plain        how plain the words are that a client hears or reads"
	@echo "make lint, make format   the checks without the tests; mends what can be mended"
	@echo "make translations the words of the window into resources/translations/nl.ts, for the Dutch"
	@echo "make clean        all that was made, .venv too"

.PHONY: environment gallery plain structure
environment:
	@sh packaging/environment.sh

$(DATABASE): $(CONTENT) | environment
	@$(PY) -m guidance_kb --lang en build

resources/translations/%.qm: resources/translations/%.ts | environment
	@.venv/bin/pyside6-lrelease -silent $< -qm $@

build/licences/index.json: pyproject.toml requirements.lock $(wildcard resources/licences/*) $(wildcard packaging/release/*.py) | environment
	@$(PY) packaging/release/collecting.py build/licences

build: environment $(DATABASE) $(QM) build/licences/index.json

run: build
	@$(PY) -m tools.tour --when-no-display build/tour

test: build
	@$(if $(FAST),,sh packaging/environment.sh --tests)
	@$(PYTEST) $(if $(COVERAGE),--cov --cov-report=) $(if $(FAST),$(FAST_TESTS)) $(T)

lint: environment
	@.venv/bin/ruff check
	@.venv/bin/ruff format --check
	@.venv/bin/mypy
	@.venv/bin/lint-imports
	@$(PY) -m tests.presses

.PHONY: quick renew
quick: lint
	@$(MAKE) --no-print-directory test FAST=yes

renew: translations
	@for each in build looks screenshots transcripts walks; do $(MAKE) --no-print-directory $$each || exit 1; done

check: lint
	@$(MAKE) --no-print-directory test COVERAGE=yes
	@$(PY) -m coverage report --include='$(COVERED)' --fail-under=90

format: environment
	@.venv/bin/ruff check --fix
	@.venv/bin/ruff format

.PHONY: translations
translations: environment
	@.venv/bin/pyside6-lupdate -no-obsolete -locations none $$(git ls-files "src/guidance_kb/ui/*.py" "src/guidance_kb/ui/**/*.py") -ts resources/translations/nl.ts

bench: build
	@$(OFFSCREEN) $(PY) -m tests.benchmarks

# A test collection in the format of SMART (Cranfield and others) as a knowledge pack, beside FTS5: make bench-collections COLLECTION=folder
.PHONY: bench-collections
bench-collections: build
	@$(PY) -m tests.benchmarks.collection $(COLLECTION)

bench-scale: build
	@$(PY) -m tests.benchmarks.scale

# Presses every control in sight of every view; a quarter of an hour on two processors. `make test` presses one of four, in five views.
.PHONY: sweep
sweep: build
	@$(OFFSCREEN) $(PY) -m tests.sweep

watchdog: build
	@$(OFFSCREEN) $(PY) -m tests.watchdog

# The tests in full of which `make test` has a short form, and then the rows of tests/soak.
soak: build
	@sh packaging/environment.sh --tests
	@$(PYTEST) -m slow
	@$(OFFSCREEN) $(PY) -m tests.soak

eval: build
	@$(PY) -m guidance_kb --lang en eval
	@$(PY) -m tools.rivals

structure: environment
	@$(PY) -m tools.structure

spoken: build
	@$(PY) -m tools.spoken

plain: build
	@$(PY) -m tools.plain_language $(LANGUAGE)

mutants: build
	@$(PY) -m tests.mutants

screenshots: build
	@$(OFFSCREEN) $(PY) -m tools.tour build/screenshots --all --renew docs/pictures

gallery: build
	@$(PY) -m tools.gallery

looks: build
	@$(OFFSCREEN) $(PY) -m tests.ui.photographs

transcripts: build
	@sh packaging/environment.sh --tests
	@$(PY) -m tests.accessible.transcripts

walks: build
	@sh packaging/environment.sh --tests
	@$(PY) -m tests.walks.transcripts

# HERE=yes: with the Python of this machine, not in an older Debian; quicker, and for systems as new as this one.
package: build
	@sh packaging/package.sh $(if $(HERE),--here)
	@sh packaging/linux/check.sh

.PHONY: package-windows package-check package-twice package-test
package-windows: build
	@sh packaging/windows/package.sh

package-check:
	@sh packaging/linux/check.sh

# Written into docs/packages.md by: .venv/bin/python packaging/test/results.py --renew
package-test: environment
	@$(if $(SHORT),,sh packaging/environment.sh --package-test)
	@$(PY) packaging/test/run.py $(if $(SHORT),--short)

package-twice: environment
	@sh packaging/reproduce.sh $(if $(HERE),--here)

.PHONY: release audit publish publish-test
release: environment
	@sh packaging/release/finish.sh

audit: environment
	@sh packaging/release/audit.sh requirements.lock
	@sh packaging/release/audit.sh requirements-publish.lock

publish: build
	@sh packaging/release/tools.sh publish
	@$(PY) packaging/publish/serve.py

publish-test: build
	@sh packaging/release/tools.sh publish
	@$(PY) -m pytest -q tests/publish

# Runs every command that a page shows with its answer, and says what it does not run.
.PHONY: docs-check
docs-check: build
	@$(OFFSCREEN) $(PY) -m tests.docs.check

clean:
	rm -rf build dist .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
