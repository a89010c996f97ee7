# What a newcomer, a developer and CI run. Everything lives in .venv/ and var/; the lock files say what goes in.
# A stamp is named after the hash of what it installed, so that a second run is instant and needs no network.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-builtin-rules
unexport DJANGO_SETTINGS_MODULE
# Tests start hundreds of programs: without bytecode each would compile a thousand files anew.
unexport PYTHONDONTWRITEBYTECODE

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
stamp = .venv/.installed-$(1)-$(shell cat pyproject.toml $(2) | sha256sum | cut -c1-16)
RUNTIME := $(call stamp,runtime,requirements.lock)
DEV := $(call stamp,dev,requirements-dev.lock)
CATALOGS := $(patsubst %.po,%.mo,$(shell find youju -name '*.po'))
# Two workers for two cores; tests/scheduling.py says which tests go together.
PYTEST := $(BIN)/pytest -n 2

# How often `make soak` kills the server.
KILLS ?= 5

.PHONY: help setup setup-dev demo test check lint translations messages docs pictures lock browser soak \
  moments bench-portal bench-gate bench-claims bench-bureau bench-figures bench-ledger bench-pages bench-sheets bench-check fit-score bench-draft bench-memory bench-paper

help: ## This list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

setup: $(RUNTIME) translations ## The environment that runs Youju, from requirements.lock

setup-dev: $(DEV) translations ## The same with the tools that tests and checks need

demo: setup ## Build the demo bureau and serve it on http://127.0.0.1:8000
	$(BIN)/youju demo

test: setup-dev browser ## All tests on SQLite, then those that use a database on PostgreSQL
	$(PYTEST)
	$(PYTEST) --database=postgres -m "not browser"

check: lint test ## All that must hold before a commit: format, lint, types, architecture, tests

lint: setup-dev ## Format, lint, types, architecture
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/djlint --lint --quiet youju
	$(BIN)/mypy
	$(BIN)/lint-imports

translations: $(CATALOGS) ## Compile the translations that changed

messages: $(DEV) ## Collect the texts to translate of every package (needs Debian's gettext), then compile
	@command -v xgettext >/dev/null || { echo "Install Debian's package gettext first: apt-get install gettext" >&2; exit 1; }
	# A package's texts are those of its folder but for folders inside that have texts of their own: its kinds.
	set -f; \
	for folder in $$(find youju -type d -name locale -printf '%h\n'); do \
	  inner=$$(find $$folder -mindepth 2 -type d -name locale -printf ' --ignore %P' | sed 's,/locale,/*,g'); \
	  (cd "$$folder" && "$(CURDIR)/$(BIN)/django-admin" \
	    makemessages --locale zh_Hans --no-location --no-obsolete --verbosity 0 $$inner); \
	done
	$(MAKE) translations

docs: setup-dev ## Write the reference pages of docs/ from what the code declares
	$(BIN)/python docs/reference.py

pictures: setup-dev browser ## Take the manual's pictures anew from a demo bureau
	$(BIN)/python docs/pictures.py

bench-claims: .venv-bench/.installed-$(shell sha256sum requirements-bench.lock | cut -c1-16) ## Reading figures: ours beside Recognizers-Text, JioNLP and a plain pattern
	.venv-bench/bin/python -m tests.bench.bench_claims

lock: ## Resolve the dependencies anew (needs uv on PATH)
	uv pip compile --generate-hashes --universal --no-header --python-version 3.11 --quiet -o requirements.lock pyproject.toml
	uv pip compile --generate-hashes --universal --no-header --python-version 3.11 --quiet --extra dev \
	  -c requirements.lock -o requirements-dev.lock pyproject.toml
	uv pip compile --generate-hashes --universal --no-header --python-version 3.11 --quiet --prerelease allow \
	  --group pyproject.toml:bench -o requirements-bench.lock

bench-figures: setup-dev ## All figures of a year over a million facts, beside the barest query
	$(BIN)/python -m tests.bench.bench_figures

bench-sheets: setup-dev ## Workbooks: a round trip, ten thousand rows imported and verified, a hundred thousand exported
	$(BIN)/python -m tests.bench.bench_sheets

bench-ledger: setup-dev ## Posting and verifying, beside a bare insert
	$(BIN)/python -m tests.bench.bench_ledger

bench-bureau: setup-dev ## A bureau of 112 units and 10,000 staff moves in with one workbook
	$(BIN)/python -m tests.bench.bench_bureau

bench-pages: setup-dev ## The desk's lists and workbench at a hundred and at a hundred thousand records
	$(BIN)/python -m tests.bench.bench_pages

bench-check: setup-dev ## Verdicts on generated texts: right, wrong and silent claims
	$(BIN)/python -m tests.bench.bench_check

fit-score: setup-dev ## Fit the weights by which words rank figures on one half of the texts; print both
	$(BIN)/python -m tests.bench.fit_score --write

bench-memory: setup-dev ## Memory of the site after a hundred check sheets as PDF
	$(BIN)/python -m tests.bench.bench_memory

bench-paper: setup-dev ## Ten pages with sixty figures as PDF and Word, beside a bare python-docx document
	$(BIN)/python -m tests.bench.bench_paper

bench-draft: setup-dev ## Checking a draft against a million facts, on a page and from the command line
	$(BIN)/python -m tests.bench.bench_draft

bench-portal: setup-dev ## Requests a second of the public site, without and behind nginx's cache
	$(BIN)/python -m tests.bench.bench_portal

bench-gate: setup-dev ## What the publication gate finds of seeded leaks, and what it holds of clean texts
	$(BIN)/python -m tests.bench.bench_gate

moments: setup-dev browser ## The whole suite where days are counted wrongly: at hours, on days and in zones that deceive
	TZ=UTC $(PYTEST) --at "$$(date -u +%F)T17:30:00Z"
	TZ=UTC $(PYTEST) --at "$$(date -u +%Y)-12-31T15:59:00Z"
	TZ=America/New_York $(PYTEST)
	TZ=America/New_York $(PYTEST) --at 2028-02-29T15:59:00Z --database=postgres -m "not browser"

soak: setup-dev moments ## Minutes: the server killed under load, every hostile value in every field, every moment; both databases
	$(BIN)/python -m tests.soak.kills --kills $(KILLS) --database sqlite
	$(BIN)/python -m tests.soak.kills --kills $(KILLS) --database postgres
	YOUJU_TEST_DAMAGES=1000 $(BIN)/python -m pytest -n 0 tests/backups/test_damaged.py
	YOUJU_SOAK=1 $(PYTEST) tests/security tests/bureau/test_damaged.py tests/lib/test_deadlines.py tests/indicators/test_recomputed.py \
	  tests/summaries/paper/test_layout.py tests/gate/test_rules.py tests/records/honours
	YOUJU_SOAK=1 $(PYTEST) tests/security tests/bureau/test_damaged.py tests/indicators/test_recomputed.py --database=postgres
	YOUJU_SOAK=1 $(BIN)/pytest -n 0 -s tests/orders/test_random_orders.py tests/portal/test_loads.py

# --- how the above is done -------------------------------------------------------------------------------------

# Old stamps go first: an interrupted install, or a return to an older lock, must not pass for done.
$(RUNTIME): | .venv/bin/pip
	rm -f .venv/.installed-*
	@echo "Installing what Youju needs … 正在安装运行环境 …"
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation -e .
	touch $@

$(DEV): | .venv/bin/pip
	rm -f .venv/.installed-*
	@echo "Installing what Youju and its tests need … 正在安装运行与测试环境 …"
	$(PIP) install --require-hashes -r requirements-dev.lock
	$(PIP) install --no-deps --no-build-isolation -e .
	touch $(RUNTIME) $@

# The peers of the benchmark never touch .venv. What is not to be had leaves a line in the table instead of a number.
.venv-bench/.installed-%: | .venv/bin/pip
	rm -rf .venv-bench
	$(BIN)/python -m venv .venv-bench
	@echo "Installing what the benchmark compares with …"
	.venv-bench/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r requirements-bench.lock \
	  || echo "Not all of it could be installed: what is missing is said in the table." >&2
	touch $@

# --clear: a virtual environment without pip is the left-over of a failed attempt.
.venv/bin/pip:
	@for python in python3.11 python3; do \
	  if $$python -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null; then break; fi; python=; \
	done; \
	if [ -z "$$python" ]; then \
	  echo "Youju needs Python 3.11 (Debian's package python3.11). 需要 Python 3.11（Debian 软件包 python3.11）。" >&2; exit 1; fi; \
	if ! $$python -c 'import ensurepip, venv' 2>/dev/null; then \
	  echo "Python's venv module is incomplete: apt-get install python3-venv. 缺少 venv 模块：apt-get install python3-venv。" >&2; exit 1; fi; \
	$$python -m venv --clear .venv

%.mo: %.po | $(RUNTIME)
	@$(BIN)/pybabel --quiet compile --domain django --input-file $< --output-file $@

# Where the packages are there already, nothing is asked of the network.
browser:
	@missing=; \
	command -v chromium >/dev/null || missing="chromium"; \
	[ -n "$$(fc-list :lang=zh 2>/dev/null)" ] || missing="$$missing fonts-noto-cjk"; \
	[ -n "$$missing" ] || exit 0; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  echo "Installing for the browser tests: $$missing"; \
	  export DEBIAN_FRONTEND=noninteractive; \
	  { apt-get update -qq && apt-get install -y -qq --no-install-recommends $$missing </dev/null >/dev/null; } || true; \
	fi; \
	command -v chromium >/dev/null || { \
	  echo "The browser tests need Debian's chromium and a Chinese font: apt-get install chromium fonts-noto-cjk" >&2; exit 1; }
