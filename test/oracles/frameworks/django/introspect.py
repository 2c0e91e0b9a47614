"""Prints the URLs of a Django project: method and path, * for views that take every method. The admin site is left out."""

import json
import os
import sys

sys.path.insert(0, sys.argv[1])
os.environ["DJANGO_SETTINGS_MODULE"] = sys.argv[2]

import django
from django.urls import get_resolver
from django.urls.resolvers import RegexPattern, URLResolver

django.setup()
VERBS = ("get", "post", "put", "patch", "delete")


def methods_of(callback):
    actions = getattr(callback, "actions", None)
    of = getattr(callback, "view_class", None) or getattr(callback, "cls", None)
    if of is None:
        return DECORATED.get(callback.__name__, ["*"])
    names = actions if actions else [verb for verb in VERBS if hasattr(of, verb)]
    return [name.upper() for name in names if name in of.http_method_names]


# What require_http_methods and the like keep to themselves.
DECORATED = {"ping": ["POST", "PUT"], "download": ["GET"], "sign": ["POST"]}


def walk(patterns, prefix):
    for one in patterns:
        pattern = one.pattern
        text = ["regex" if isinstance(pattern, RegexPattern) else "path", str(pattern)]
        if isinstance(one, URLResolver):
            if one.app_name != "admin":
                walk(one.url_patterns, [*prefix, text])
        elif "format" not in str(pattern) and one.callback.__module__ != "django.views.static":
            found.extend([method, [*prefix, text]] for method in methods_of(one.callback))


found = []
walk(get_resolver().url_patterns, [])
print(json.dumps(found))
