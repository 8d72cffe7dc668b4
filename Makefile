# The menu. Meson does the work; each target below is a few commands that can be typed by hand.
BUILD  = build
RASAD  = $(BUILD)/src/rasad
PREFIX = /usr/local
# a sanitizer's finding is a failure, in the compilers that run while building too
SANITIZE = UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 ASAN_OPTIONS=detect_stack_use_after_return=1
# folders of annotated documents and of raw news: no part of the project (docs/quality.md)
GOLD   =
CORPUS =

.NOTPARALLEL:
.PHONY: help deps build demo check check-all asan lint measure bench install clean

help: # this list
	@awk -F ': .*# ' '/^[a-z-]+:.* # / {printf "  make %-10s %s\n", $$1, $$2}' Makefile

deps: # install what is missing (apt-get), or say that nothing is
	@tools/install-deps

build: $(BUILD)/build.ninja # the program and the library, in build/
	@ninja -C $(BUILD)

$(BUILD)/build.ninja:
	@meson setup $(BUILD) --prefix $(PREFIX)

demo: deps build # install, build, and code the example articles to a table
	@$(RASAD) code --format text examples/*.txt

check: deps build # install, build and run all tests
	@meson test -C $(BUILD) --print-errorlogs

check-all: check asan # the same, and again with sanitizers

asan: # all tests with address and undefined-behaviour sanitizers
	@[ -e build-asan/build.ninja ] || meson setup build-asan --buildtype debugoptimized -Db_sanitize=address,undefined
	@$(SANITIZE) ninja -C build-asan
	@$(SANITIZE) meson test -C build-asan --print-errorlogs --timeout-multiplier 10

lint: # style, layers, data and manual; no warning from gcc, nor from clang if there is one
	@tools/check-layers
	@tools/check-style
	@tools/check-data
	@! command -v mandoc >/dev/null || mandoc -T lint -W warning docs/man/*.[15]
	@[ -e build-gcc/build.ninja ] || CC=gcc meson setup build-gcc --werror
	@ninja -C build-gcc all meson-test-prereq
	@! command -v clang >/dev/null || [ -e build-clang/build.ninja ] || CC=clang meson setup build-clang --werror
	@! command -v clang >/dev/null || ninja -C build-clang all meson-test-prereq

measure: build # figures: make measure GOLD=folder [CORPUS=news.jsonl.gz] [ERRORS=30]
	@tools/measure.sh $(BUILD)/tools/measures/rasad-measure '$(GOLD)' '$(CORPUS)' $(ERRORS)

bench: build # speed, memory and start-up: make bench [CORPUS=news.jsonl.gz]
	@tools/bench $(RASAD) $(CORPUS)

install: build # into PREFIX (as given when first built; /usr/local)
	@meson install -C $(BUILD) --no-rebuild

clean: # remove all that was built
	rm -rf build build-asan build-gcc build-clang
