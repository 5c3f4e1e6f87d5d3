"""The floor: what the same server and the same base give to a bare Django page.

One worker process answers for the product and for the floor, so that both share the interpreter, the threads and the
connections. ``wsgi.application`` sends what starts with /plancher/ to a second Django handler whose chain is session
and account only; everything else goes to the product, whose settings are untouched.
"""
