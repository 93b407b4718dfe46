# `make run` and `make test` are all that a newcomer needs; both set up what they need first.

# The first Python that is 3.11 or newer. A name may be there and not run, so each is tried.
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$python" && break; done)
BIN := .venv/bin
HOST ?= 127.0.0.1
PORT ?= 8000
STORE ?= sqlite:///$(CURDIR)/var/briefgraph.db

.DEFAULT_GOAL := help
.PHONY: help setup run test slow check lint types page lock wheel clean

help:  ## list the targets
	@sed -n 's/^\([a-z]*\):.*  ## \(.*\)/  make \1|\2/p' $(firstword $(MAKEFILE_LIST)) | column -t -s '|' 2>/dev/null \
		|| sed -n 's/^\([a-z]*\):.*  ## /  make \1  /p' $(firstword $(MAKEFILE_LIST))

setup:  ## make .venv and the GraphiQL page, where they are not up to date
	@test -n "$(PYTHON)" || { echo 'briefgraph needs Python 3.11 or newer' >&2; exit 1; }
	@"$(PYTHON)" tools/setup.py

run: export BRIEFGRAPH_OUTLETS_FILE ?= examples/outlets.yml
run: setup  ## load the examples into an empty store and serve it with GraphiQL (HOST, PORT, STORE)
	@mkdir -p var
	@$(BIN)/briefgraph load --if-empty --store "$(STORE)" examples/briefs
	@exec $(BIN)/briefgraph serve --store "$(STORE)" --host "$(HOST)" --port "$(PORT)"

test: setup  ## run the tests (ARGS="-k name" for some of them)
	@$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile $(ARGS)

slow: export SLOW := 1
slow: setup  ## the tests of faults with a thousand kills and cuts, and every byte of a log: an hour or so
	@$(BIN)/python -m pytest tests/faults tests/neo4j/test_faults.py tests/web/test_live.py $(ARGS)

check: lint types test  ## lint, types and tests

lint: setup  ## ruff
	@$(BIN)/ruff check .

types: setup  ## mypy, strict
	@$(BIN)/mypy

page: setup  ## bundle the GraphiQL page, also where nothing changed
	@rm -f .venv/page.stamp
	@"$(PYTHON)" tools/setup.py

lock: setup  ## write requirements/*.txt anew (ARGS=--upgrade for the newest of everything)
	@$(BIN)/python tools/lock.py $(ARGS)

wheel: setup  ## build the wheel into dist/
	@$(BIN)/python -m pip --disable-pip-version-check wheel -q --no-deps --no-build-isolation -w dist .

clean:  ## remove what was built, .venv too; the store in var/ stays
	rm -rf .venv dist build frontend/node_modules tests/*/node_modules src/briefgraph/web/static/graphiql
	rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis
