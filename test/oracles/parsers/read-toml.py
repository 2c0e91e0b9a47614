"""Reads a JSON array of texts and answers each with one line: what tomllib makes of it, or why it refuses it."""
import datetime
import json
import sys
import tomllib


def plain(value):
    """Numbers and booleans with their type, dates and times as nothing but that."""
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [plain(one) for one in value]
    if isinstance(value, bool):
        return {"!boolean": "true" if value else "false"}
    if isinstance(value, int):
        return {"!integer": str(value)}
    if isinstance(value, float):
        return {"!float": repr(value)}
    if isinstance(value, (datetime.datetime, datetime.date, datetime.time)):
        return {"!time": ""}
    return value


for text in json.load(sys.stdin):
    try:
        print(json.dumps({"value": plain(tomllib.loads(text))}))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        print(json.dumps({"error": str(error)}))
