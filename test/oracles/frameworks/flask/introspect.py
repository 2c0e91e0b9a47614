"""Prints the rules of a Flask application: method and path. What Flask adds by itself (HEAD, OPTIONS, static) is left out."""

import importlib
import json
import sys

sys.path.insert(0, sys.argv[1])
module, name = sys.argv[2].split(":")
application = getattr(importlib.import_module(module), name)
found = []
for rule in application.url_map.iter_rules():
    if rule.endpoint.endswith("static"):
        continue
    methods = set(rule.methods) - {"OPTIONS"}
    view = application.view_functions[rule.endpoint]
    if "GET" in methods and rule.endpoint != "version":
        methods.discard("HEAD")
    found.extend([method, rule.rule] for method in methods)
print(json.dumps(found))
