"""Speed and scale: scripts that measure the product against a bare Django page, on the machine where they run."""
