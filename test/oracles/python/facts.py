"""Prints what Python's own parser finds in files, a JSON line each. Reads paths from standard input, one a line."""

import ast
import json
import sys
import warnings

warnings.simplefilter("ignore")
LARGEST = 2**53


def path_of(node):
    names = []
    while True:
        if isinstance(node, ast.Attribute):
            names.append(node.attr)
            node = node.value
        elif isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, str):
            names.append(node.slice.value)
            node = node.value
        elif isinstance(node, ast.Await):
            node = node.value
        else:
            break
    if not isinstance(node, ast.Name):
        return "?"
    return ".".join([node.id, *reversed(names)])


def is_text_key(node):
    return isinstance(node, ast.Constant) and type(node.value) in (str, bytes, int, float)


class Facts(ast.NodeVisitor):
    in_format = False

    def __init__(self):
        self.imports, self.functions, self.classes, self.calls, self.constants = [], [], [], [], []

    def visit_Import(self, node):
        for one in node.names:
            top = one.name.split(".")[0]
            if one.asname:
                self.imports.append([one.name, "*", one.asname])
            else:
                self.imports.append([top, "*", top])
                if top != one.name:
                    self.imports.append([one.name, None, None])

    def visit_ImportFrom(self, node):
        module = "." * node.level + (node.module or "")
        for one in node.names:
            self.imports.append([module, one.name, None if one.name == "*" else one.asname or one.name])

    def visit_FunctionDef(self, node):
        arguments = node.args
        given = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, arguments.vararg, arguments.kwarg]
        names = sorted(one.arg for one in given if one)
        decorators = [path_of(one.func if isinstance(one, ast.Call) else one) for one in node.decorator_list]
        is_async = isinstance(node, ast.AsyncFunctionDef)
        self.functions.append([node.name, names, decorators, is_async])
        self.several(node.decorator_list, arguments.defaults, arguments.kw_defaults, node.body)

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_Lambda(self, node):
        self.several(node.args.defaults, node.args.kw_defaults, [node.body])

    def visit_ClassDef(self, node):
        decorators = [path_of(one.func if isinstance(one, ast.Call) else one) for one in node.decorator_list]
        bases = [path_of(one) for one in node.bases if not isinstance(one, ast.Starred)]
        self.classes.append([node.name, bases, [one.arg for one in node.keywords if one.arg], decorators])
        self.generic_visit(node)

    def visit_Call(self, node):
        self.calls.append([path_of(node.func), [one.arg for one in node.keywords if one.arg]])
        self.generic_visit(node)

    def visit_AnnAssign(self, node):
        self.several([node.target], [node.value])

    def visit_Dict(self, node):
        self.several([key for key in node.keys if key and not is_text_key(key)], node.values)

    def visit_JoinedStr(self, node):
        if not any(isinstance(part, ast.FormattedValue) for part in node.values) and not self.in_format:
            self.constants.append("".join(part.value for part in node.values))
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                self.visit(part.value)
                if part.format_spec:
                    self.in_format = True
                    self.visit(part.format_spec)
                    self.in_format = False

    def visit_Subscript(self, node):
        self.visit(node.value)
        if not (isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, (str, bytes))):
            self.visit(node.slice)

    def visit_MatchMapping(self, node):
        self.several([key for key in node.keys if not is_text_key(key)], node.patterns)

    def visit_MatchClass(self, node):
        self.calls.append([path_of(node.cls), node.kwd_attrs])
        self.generic_visit(node)

    def visit_MatchSingleton(self, node):
        self.constants.append(node.value)

    def visit_Constant(self, node):
        value = node.value
        if isinstance(value, bytes):
            value = value.decode("latin-1")
        if isinstance(value, complex) or value is ...:
            return
        if isinstance(value, (int, float)) and abs(value) >= LARGEST:
            return
        self.constants.append(float(value) if type(value) in (int, float) else value)

    def several(self, *lists):
        for nodes in lists:
            for node in nodes:
                if node is not None:
                    self.visit(node)


sys.setrecursionlimit(20_000)
for line in sys.stdin:
    path = line.rstrip("\n")
    try:
        with open(path, encoding="utf-8", newline="") as file:
            tree = ast.parse(file.read())
    except (SyntaxError, ValueError):
        print(json.dumps(None))
        continue
    facts = Facts()
    facts.visit(tree)
    found = vars(facts)
    found.pop("in_format", None)
    print(json.dumps(found))
