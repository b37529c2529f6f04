# Two commands are all that most people need:
#
#   make site    install what is missing, build Unroller, build the course into site/
#   make test    install what is missing, build, run every test
#
# Both use one release build, so the second of them starts where the first one ended.

SWIFT_FLAGS ?= -c release
UNROLLER = .build/release/unroller
BROWSER_TESTS = .tools/browser-tests

.PHONY: site test serve unit-test site-test compiler-test fuzz-test browser-test \
	same-bits live library build bench \
	format lint clean

site: build
	@scripts/install --search
	@PATH="$(CURDIR)/.tools/search:$$PATH" $(UNROLLER) build

test: unit-test site-test compiler-test fuzz-test browser-test

build:
	@scripts/install
	@swift build $(SWIFT_FLAGS) --product unroller

# Swift Testing, without @testable, so that the tests see the build that people get.
unit-test: build
	@scripts/install --test
	swift test $(SWIFT_FLAGS) --disable-testable-imports

# The committed site is what the course builds to, byte for byte and pixel for pixel, whatever the
# locale, the folder or the processor.
site-test: build
	@scripts/install --test
	@scripts/reproducibility

# Every block of the course is a program for the Swift compiler, and comes to the same there.
compiler-test: build
	@$(UNROLLER) check --swiftc

# Garbled blocks, answered by the real command: never a crash, never a hang.
fuzz-test: build
	@python3 Tests/Fuzz/blocks.py --rounds 25

# The core's numbers are the same in every build of it, and on processors that this one is not.
same-bits:
	@scripts/same-bits

browser-test: site
	@scripts/install --test
	@scripts/browser-tests

bench: build
	@scripts/benchmarks figures
	@scripts/benchmarks recurrent
	@scripts/benchmarks site

# The core as WebAssembly, which live figures run in the page; committed, so that nobody needs this
# who does not change the core.
live:
	@scripts/live-unroller

# The guide's pages about the library, from what is registered; a test says when they are out of date.
library: build
	@for page in networks figures swift; do \
	  $(UNROLLER) api --markdown $$page > content/guide/library-$$page.md; done

serve: build
	@$(UNROLLER) serve

format:
	swift format --in-place --recursive --parallel Package.swift Sources Tests Benchmarks

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests Benchmarks

clean:
	rm -rf .build .tools .unroller
