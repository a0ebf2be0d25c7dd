# Two commands do everything on a fresh machine: `make run` and `make test`. The others are for daily work.
.PHONY: help run test lint check build bench bench-scale soak package screenshots looks transcripts mutants eval format clean
.DEFAULT_GOAL := help

PY := .venv/bin/python
DATABASE := build/knowledge.db
TS := $(wildcard resources/translations/*.ts)
QM := $(TS:.ts=.qm)
CONTENT := $(shell find resources db src/guidance_kb/knowledge src/guidance_kb/search -type f -not -name '*.qm' -not -path '*/__pycache__/*')
COVERED := src/guidance_kb/knowledge/*,src/guidance_kb/search/*,src/guidance_kb/conversation/*
OFFSCREEN := QT_QPA_PLATFORM=offscreen QT_FONT_DPI=96

help:
	@echo "make run          start the program (without a display: a tour of it, in pictures)"
	@echo "make test         run all tests"
	@echo "make check        lint and test: everything that has to hold"
	@echo "make build        the knowledge database and the translations"
	@echo "make bench        measure search, signals, start and memory"
	@echo "make bench-scale  search with up to 100,000 entries, beside four other engines (a quarter of an hour)"
	@echo "make soak         packs, conversations and the casebook under fire (half an hour)"
	@echo "make package      the program as one folder, for machines without Python (dist/)"
	@echo "make screenshots  the pictures of docs/, by the tour"
	@echo "make looks        the photographs of the gallery that the tests compare it with"
	@echo "make transcripts  what a screen reader says of the program, into docs/accessibility.md"
	@echo "make mutants      how many changes of the rules the tests notice"

.PHONY: environment
environment:
	@sh packaging/environment.sh

$(DATABASE): $(CONTENT) | environment
	@$(PY) -m guidance_kb build

resources/translations/%.qm: resources/translations/%.ts | environment
	@.venv/bin/pyside6-lrelease -silent $< -qm $@

build: environment $(DATABASE) $(QM)

run: build
	@$(PY) -m guidance_kb.tour --when-no-display build/tour

test: build
	@sh packaging/environment.sh --tests
	@$(OFFSCREEN) $(PY) -m pytest -n auto $(if $(COVERAGE),--cov --cov-report=)

lint: environment
	@.venv/bin/ruff check
	@.venv/bin/ruff format --check
	@.venv/bin/mypy
	@.venv/bin/lint-imports

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

bench-scale: build
	@$(PY) -m tests.benchmarks.scale

soak: build
	@$(OFFSCREEN) $(PY) -m tests.soak

eval: build
	@$(PY) -m guidance_kb eval

mutants: build
	@$(PY) -m tests.mutants

screenshots: build
	@$(OFFSCREEN) $(PY) -m guidance_kb.tour docs/pictures --all

looks: environment
	@$(OFFSCREEN) $(PY) -m tests.ui.photographs

transcripts: build
	@sh packaging/environment.sh --tests
	@$(PY) -m tests.accessible.transcripts

package: build
	@sh packaging/package.sh

clean:
	rm -rf build dist .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
