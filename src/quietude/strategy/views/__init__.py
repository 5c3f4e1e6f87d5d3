"""HTTP only: who comes in, which query or act, which template goes out."""
