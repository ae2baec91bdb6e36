# What there is to do with this project. `make` alone lists it.
SHELL := bash
PREFIX ?= /usr/local
RELEASE := .build/release/gongkai
SOURCES := Sources Tests Package.swift examples/library/Package.swift examples/library/Sources Tools/fuzz

.DEFAULT_GOAL := help
.PHONY: help setup build demo test lint format accuracy faults catalogue mutants fuzz bench examples browser sarif expect install uninstall marks docs library deb deb-check

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/\1\t\2/' | column -t -s "$$(printf '\t')"

setup: ## install the Debian packages that are missing
	@scripts/setup.sh

build: setup ## build the command in release: .build/release/gongkai
	swift build -c release --product gongkai --static-swift-stdlib

demo: build ## set up, build, and audit SampleReports
	@echo
	@$(RELEASE) audit SampleReports || [ $$? -le 2 ]
	@echo
	@echo 'Next, try'
	@echo '    $(RELEASE) check SampleReports/broken-sum.pdf       one report, its tables redrawn'
	@echo '    $(RELEASE) audit --format jsonl SampleReports       the same for programs'
	@echo '    $(RELEASE) rules A001                               what a rule finds, and why'
	@echo '    $(RELEASE) audit PATH...                            your own reports'

test: setup ## run all tests, and build the example that uses the library
	scripts/library.sh
	swift test

lint: ## check the layout of the sources
	swift format lint --strict --recursive --parallel $(SOURCES)

format: ## lay the sources out
	swift format --in-place --recursive --parallel $(SOURCES)

accuracy: build ## typeset reports by many producers and score the readings (installs its own tools)
	Tools/typeset/install.sh
	cd Tools && python3 -m typeset.accuracy run --tool ../$(RELEASE) --seed 1

faults: build ## plant every kind of fault in clean reports and count what is found (installs its own tools)
	Tools/typeset/install.sh
	cd Tools && python3 -m typeset.faultbench --tool ../$(RELEASE) --seed 2026 --count 40 --clean 210 --cells 4

catalogue: build ## rewrite docs/rules.md and its Chinese twin from the rules
	$(RELEASE) rules --markdown --lang en > docs/rules.md.part && mv docs/rules.md.part docs/rules.md
	$(RELEASE) rules --markdown --lang zh > docs/rules.zh-CN.md.part && mv docs/rules.zh-CN.md.part docs/rules.zh-CN.md

mutants: build ## audit 10,000 damaged files and look at every cell
	cd Tools && python3 -m mutants.check --tool ../$(RELEASE) --count 10000 --seed 1

fuzz: setup ## run the fuzz target for ten minutes
	Tools/fuzz/fuzz.sh 600

bench: build ## compare the speed with plain text extraction (installs its own tools; docs/performance.md)
	@mkdir -p .build/bench
	@Tools/bench/install.sh .build/bench
	@python3 Tools/bench/bench.py --tool $(RELEASE) --work .build/bench

examples: build ## run the examples for Spark and GNU parallel (installs both)
	examples/check.sh $(RELEASE) SampleReports

browser: build ## use the web page in a real browser (installs Chromium)
	Tools/browser/check.sh $(RELEASE) SampleReports

marks: build ## measure where the marks of annotated copies stand (installs renderers)
	Tools/marks/check.sh $(RELEASE)

sarif: build ## hold the SARIF of SampleReports against the published schema (installs it)
	scripts/sarif.sh $(RELEASE) SampleReports

expect: build ## rewrite the expected findings of SampleReports; read the diff
	@scripts/expect.py $(RELEASE) SampleReports

install: build ## install the command, its manual and completions under PREFIX (/usr/local)
	scripts/install.sh "$(PREFIX)" "$(DESTDIR)"

uninstall: ## remove what install put under PREFIX
	scripts/install.sh --remove "$(PREFIX)" "$(DESTDIR)"

deb: setup ## build a Debian package in dist/
	scripts/deb.sh

deb-check: ## install the package in a clean Debian 12 and use it there (needs root)
	GONGKAI=.build-deb/release/gongkai scripts/deb-check.sh dist/gongkai_*.deb

docs: setup ## write the documentation of the library to .docs/
	scripts/docs.sh

library: setup ## build and run the example that uses the library, as its own package
	cd examples/library && swift run report-findings ../../SampleReports/broken-sum.pdf
