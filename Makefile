# Every command of the project. `make report` and `make test` are the two to start with.

BIN := .venv/bin
READY := .venv/.ready
OLD := This needs Python 3.11 or newer, python3 is $$(python3 -V 2>&1). \
	Install a newer Python, or uv, which brings one.
BARE := python3 cannot make a virtual environment. \
	Install uv, which needs no root, or the package python3-venv.

.PHONY: env report diff test test-slow lab example dictionary notebooks clean-notebooks accuracy bench lock

env: $(READY)

# uv where there is one, plain venv and pip otherwise: the same lock, every package checked by its hash.
# Compiled at once, whatever the shell says, because jieba's first import warns into the outputs of notebooks.
$(READY): pyproject.toml requirements.lock
	@if command -v uv >/dev/null; then \
	  uv venv --quiet --allow-existing --python '>=3.11' .venv && \
	  uv pip install --python $(BIN)/python --compile-bytecode --require-hashes -r requirements.lock && \
	  uv pip install --python $(BIN)/python --no-deps --no-build-isolation -e .; \
	else \
	  python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$(OLD)"; exit 1; }; \
	  python3 -m venv .venv || { echo "$(BARE)"; exit 1; }; \
	  echo "Installing into .venv; this takes a minute or two."; \
	  PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock && \
	  $(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .; \
	fi
	@touch $@

# Status 3: some files are listed as unreadable or unrecognised; the other reports go on.
report: env
	@$(BIN)/python -m analysis run || [ $$? -eq 3 ]

# What changed in the data since the last commit; `make diff SINCE=v0.1.0` for another state.
SINCE := HEAD
diff: env
	@$(BIN)/python -m analysis diff --since $(SINCE)

test: env
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/pytest

# Whole made reports in each format: too long for every run.
test-slow: env
	$(BIN)/pytest tests/slow

lab: env
	$(BIN)/jupyter lab notebooks/explore.ipynb

# Tables of the invented reports that notebooks since 2019 are shown with.
example: env
	$(BIN)/python -m analysis build --raw data/example/raw --out data/example/processed

# The data dictionary as a page for people.
dictionary: env
	$(BIN)/python tools/dictionary.py

# Run the committed notebooks anew, and keep of them only what is the same in every run.
notebooks: env
	$(BIN)/jupyter execute --inplace notebooks/*.ipynb
	@$(MAKE) --no-print-directory clean-notebooks

# Outputs and execution counts stay: nbval compares with them.
clean-notebooks:
	@$(BIN)/nbstripout --keep-output --keep-count --keep-id --extra-keys "metadata.papermill \
	  metadata.language_info.version cell.metadata.papermill cell.metadata.execution" notebooks/*.ipynb

# Built aside from data/processed; status 3 because the labels beside the written reports are no reports.
accuracy: env
	@mkdir -p .cache/accuracy
	@for raw in data/raw tests/written; do \
	  $(BIN)/python -m analysis build --raw $$raw --out .cache/accuracy/$$raw >.cache/accuracy/log 2>&1 || \
	    [ $$? -eq 3 ] || { cat .cache/accuracy/log; exit 1; }; \
	done
	@$(BIN)/python -m tests.accuracy .cache/accuracy

bench: env
	$(BIN)/python benchmarks/speed.py
	$(BIN)/python benchmarks/pages.py
	$(BIN)/python benchmarks/memory.py
	$(BIN)/python benchmarks/reuse.py

# Needs uv. Versions stay as they are unless pyproject.toml asks otherwise: delete the lock to renew them all.
lock:
	uv pip compile --quiet --universal --generate-hashes --no-annotate --python-version 3.11 \
	  --extra test --custom-compile-command 'make lock' pyproject.toml -o requirements.lock
	python3 tools/environment.py
