# The commands of the README: site, check, test. Everything else serves those who change ropa.

SHELL := /bin/bash
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

BUILD ?= .build
REGISTRY ?= registry
OUTPUT ?= site/build
SWIFT_FLAGS ?=
BENCH_FLAGS ?=
# The optimised program takes minutes to build, so site and check use it where it has been built, and are content with a plain one.
CONFIGURATION ?= $(if $(wildcard $(BUILD)/release/ropa),release,debug)
ROPA = $(BUILD)/$(CONFIGURATION)/ropa
# For make fuzz.
SECONDS ?= 60
# Fewer tests than this mean that a filter or a target went wrong, not that all is well.
LEAST_TESTS ?= 250

.PHONY: help set-up build optimised site check examples test test-browser test-sanitize fuzz lint bench bless clean

help:
	@echo "make site    build the program and publish $(REGISTRY) to $(OUTPUT)"
	@echo "make check   report what is missing or contradictory in $(REGISTRY)"
	@echo "make examples   check and publish the registers in examples to site/examples"
	@echo "make optimised   build the fast program, which site and check use from then on"
	@echo "make test    run all tests"
	@echo "make test-sanitize   run the Swift tests under the thread and the address sanitizer"
	@echo "make fuzz    try random input for SECONDS seconds (60) for each of the reader and the whole program"
	@echo "make lint    check the layout and the rules of the sources"
	@echo "make bench   measure speed against the floor programs; BENCH_FLAGS=\"--sizes 1000,10000,50000\""
	@echo "make bless   accept the changed reference outputs of the tests"
	@echo "make clean   remove what was built"

set-up:
	@scripts/set-up

build: set-up
	@scripts/build "$(BUILD)" "$(CONFIGURATION)" $(SWIFT_FLAGS)

optimised: set-up
	@scripts/build "$(BUILD)" release $(SWIFT_FLAGS)

site: build
	@$(ROPA) site --registry "$(REGISTRY)" --output "$(OUTPUT)"
	@echo "register:        $(abspath $(OUTPUT))/register/index.html"
	@echo "public notices:  $(abspath $(OUTPUT))/public/index.html"

check: build
	@$(ROPA) check --registry "$(REGISTRY)" --fail-on never

# A finding does not stop it; what cannot be read does.
examples: build
	@set -eo pipefail; for register in examples/*; do \
	  $(ROPA) check --registry "$$register" --fail-on never | grep 'judged as at'; \
	  $(ROPA) site --registry "$$register" --output "site/$$register"; \
	done

test: optimised
	@scripts/test "$(BUILD)" "$(LEAST_TESTS)" $(SWIFT_FLAGS)

test-browser: optimised
	@scripts/test-browser "$(BUILD)"

test-sanitize: set-up
	@scripts/test-sanitize "$(BUILD)-sanitize"

fuzz: set-up
	@scripts/fuzz "$(BUILD)-fuzz" "$(SECONDS)"

lint:
	@swift format lint --strict -r -p Sources Tests Package.swift
	@scripts/lint

bench: optimised
	@scripts/bench "$(BUILD)" $(BENCH_FLAGS)

bless: set-up
	@UPDATE_GOLDENS=1 swift test --scratch-path "$(BUILD)" --disable-xctest
	@git diff --stat -- Tests Sources/RopaKit/Manual/Data

clean:
	@rm -rf "$(BUILD)" "$(BUILD)"-* .venv
