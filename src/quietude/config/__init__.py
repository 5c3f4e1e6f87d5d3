"""Settings, URLs, command line, worker: what puts the rooms together."""
