# The front door. A target is a line or two; the work stands in .ci/ or in the crate that is called.

# The folder in which `make demo` builds its circle.
DEMO ?= $(CURDIR)/demo

.PHONY: run demo test bench campaign package audit notices

run:
	@.ci/open

demo:
	@echo "Demo folder: $(DEMO)"
	@cargo build --quiet --locked --workspace
	@"$${CARGO_TARGET_DIR:-target}/debug/demo" "$(DEMO)"

test:
	@.ci/lanes

bench:
	@.ci/bench

# PART is simulation, liar, malformed, kill, disk, fuzz or mutants; without FROM it goes on where it stopped.
campaign:
	@.ci/campaign "$(PART)" "$(FROM)" "$(TO)"

package:
	@.ci/package

audit:
	@.ci/audit

notices:
	@.ci/notices
