# make run      builds ruhu and opens the sample village in a scratch copy (in .build/sample)
# make test     passes the tests          make torture  passes the long ones too
# make bench    prints the figures        make install  PREFIX=/usr/local
# make lint     checks the style          make format   puts it right

PREFIX ?= $(HOME)/.local
SWIFT ?= swift
# One binary that needs no Swift on the laptop that carries it.
RELEASE = -c release --static-swift-stdlib
SOURCES = Sources Tests Benchmarks Package.swift

.PHONY: run build test torture worlds bench install uninstall format lint deps clean

run: build
	$(SWIFT) build $(RELEASE) --product sample-village
	@sh Data/sample/open.sh "$$($(SWIFT) build $(RELEASE) --show-bin-path)"

build: deps
	$(SWIFT) build $(RELEASE) --product ruhu
	$(SWIFT) build $(RELEASE) --product ruhu-print

test: deps
	$(SWIFT) test
	@$(MAKE) --no-print-directory worlds WORLDS=2000

torture: deps
	RUHU_TORTURE=1 $(SWIFT) test
	@$(MAKE) --no-print-directory worlds WORLDS=200000

# Worlds of laptops that meet over failing sticks; `worlds --only SEED` tells one of them.
WORLDS = 2000
worlds: deps
	$(SWIFT) build $(RELEASE) --product worlds
	@"$$($(SWIFT) build $(RELEASE) --show-bin-path)/worlds" --count $(WORLDS)

# Release builds of the program and of what measures it, side by side.
bench: build
	$(SWIFT) build $(RELEASE) --product benchmarks
	@"$$($(SWIFT) build $(RELEASE) --show-bin-path)/benchmarks"

format:
	$(SWIFT) format -i -r $(SOURCES)

lint:
	$(SWIFT) format lint --strict -r $(SOURCES)

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/ruhu" \
	  "$(DESTDIR)$(PREFIX)/share/man/man1"
	for program in ruhu ruhu-print; do \
	  install -m 755 "$$($(SWIFT) build $(RELEASE) --show-bin-path)/$$program" \
	    "$(DESTDIR)$(PREFIX)/bin/$$program" || exit 1; done
	cp -R Forms "$(DESTDIR)$(PREFIX)/share/ruhu/"
	install -m 644 Sources/ruhu/ruhu.1 "$(DESTDIR)$(PREFIX)/share/man/man1/ruhu.1"

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/ruhu" "$(DESTDIR)$(PREFIX)/bin/ruhu-print" \
	  "$(DESTDIR)$(PREFIX)/share/man/man1/ruhu.1"
	rm -rf "$(DESTDIR)$(PREFIX)/share/ruhu"

clean:
	rm -rf .build

# The libraries and tools of the system that ruhu and its tests need (Debian's names). What `make bench`
# compares with (rsync) and mounts (dosfstools, fusefat) may be absent: it says so and goes without.
PACKAGES = libncurses-dev libsodium-dev libzstd-dev libxlsxwriter-dev libpango1.0-dev fonts-noto-cjk \
  pkg-config tmux jq unzip poppler-utils python3-openpyxl
LIBRARIES = ncursesw libsodium libzstd xlsxwriter pangocairo
INSTALL_PACKAGES = apt-get install -y --no-install-recommends $(PACKAGES)

deps:
	@if pkg-config --exists $(LIBRARIES) 2>/dev/null \
	  && command -v tmux >/dev/null && command -v jq >/dev/null && command -v unzip >/dev/null \
	  && command -v pdftotext >/dev/null && /usr/bin/python3 -c 'import openpyxl' 2>/dev/null \
	  && [ -n "$$(fc-list :lang=zh 2>/dev/null | head -n 1)" ]; then exit 0; fi; \
	if ! command -v apt-get >/dev/null; then \
	  echo "ruhu needs: ncurses (wide), libsodium, libzstd, libxlsxwriter, Pango, a Chinese font," \
	  "pkg-config, tmux, jq, unzip, pdftotext (poppler), openpyxl." >&2; exit 1; fi; \
	if [ "$$(id -u)" = 0 ]; then as=; \
	elif sudo -n true 2>/dev/null; then as=sudo; \
	else echo "Please run first: sudo $(INSTALL_PACKAGES)" >&2; exit 1; fi; \
	$$as apt-get update && $$as env DEBIAN_FRONTEND=noninteractive $(INSTALL_PACKAGES)
