"""Prints the routes that FastAPI and Starlette have: method and path."""

import importlib
import json
import sys

from starlette.routing import Host, Mount, Route


def walk(routes, prefix, found):
    for route in routes:
        if isinstance(route, Route):
            methods = set(route.methods or [])
            if not methods:  # A class answers to what it has methods for.
                methods = {name.upper() for name in ("get", "post", "put", "patch", "delete") if hasattr(route.endpoint, name)}
            if type(route) is Route and "GET" in methods:
                methods.discard("HEAD")  # Starlette adds it by itself.
            found.extend([method, prefix + route.path] for method in methods)
        elif isinstance(route, Mount):
            walk(route.routes or [], prefix + route.path, found)
        elif isinstance(route, Host):
            walk(route.routes or [], prefix, found)


sys.path.insert(0, sys.argv[1])
module, name = sys.argv[2].split(":")
found = []
walk(getattr(importlib.import_module(module), name).routes, "", found)
print(json.dumps(found))
