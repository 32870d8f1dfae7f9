# The front door. A target is a line or two; the work stands in .ci/ or in the crate that is called.

# The folder in which `make demo` builds its circle.
DEMO ?= $(CURDIR)/demo

.PHONY: run demo test bench package audit notices

run:
	@echo "The window has not landed yet, so this builds the demo circle and says where it is."
	@$(MAKE) --no-print-directory demo

demo:
	@echo "Demo folder: $(DEMO)"
	@cargo build --quiet --locked --workspace
	@"$${CARGO_TARGET_DIR:-target}/debug/demo" "$(DEMO)"

test:
	@.ci/lanes

bench:
	cargo run --release --locked -p kring-tests --bin bench

package:
	@echo "There are no packages yet: they come with the window." >&2; exit 1

audit:
	@.ci/audit

notices:
	@.ci/notices
