"""The commands of `quietude`: each module declares its options and runs."""
