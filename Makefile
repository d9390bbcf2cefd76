# Two commands: `make run` starts the product, `make test` checks everything. The others are for those who change it.
.PHONY: run test lock messages
PORT ?= 8000

run:
	@sh deploy/environment.sh requirements.txt
	@.venv/bin/python manage.py serve --port $(PORT)

test:
	@sh deploy/environment.sh requirements-dev.txt
	@sh tests/run.sh

# Pins anew: newer versions only where a name is given, as in `make lock NEW=django`; NEW=all for everything.
lock:
	@sh deploy/environment.sh requirements-dev.txt
	@for each in requirements requirements-dev; do .venv/bin/uv pip compile --quiet --universal --python-version 3.11 \
		--generate-hashes $(if $(filter all,$(NEW)),--upgrade,$(addprefix --upgrade-package ,$(NEW))) \
		$$each.in --output-file $$each.txt || exit 1; done

# Collects new texts into locale/, and compiles what is translated.
messages:
	@sh deploy/environment.sh requirements-dev.txt
	@.venv/bin/python -m tests.catalogues update
