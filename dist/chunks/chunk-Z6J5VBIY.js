"use strict";

// src/code/modules/python.ts
var pythonModules = (function pythonModules(tree) {
  const layout = pythonLayout(tree);
  return (from, specifier) => {
    const dots = /^\.*/.exec(specifier)?.[0].length ?? 0;
    const parts = specifier.slice(dots).split(".").filter((part) => part !== "");
    if (dots > 0) return relative(layout, from, dots, parts);
    const [top = ""] = parts;
    if (STANDARD.has(top)) return { kind: "package", name: top };
    return absolute(layout, from, parts) ?? { kind: "package", name: top };
  };
});
const {
  ancestors,
  pythonLayout
} = require("./chunk-LMX7K7RR.js");
const {
  walk
} = require("./chunk-YCWXIPEZ.js");
const {
  directoryOf,
  fileName,
  joinPath
} = require("./chunk-Q3NCOY3T.js");

// door:src/parse/python.ts
var room;
function enter() {
  return room ??= require("./parse-python.js");
}
function readPython(...given) {
  return enter().readPython(...given);
}

// src/code/modules/python.ts
var STANDARD = new Set(
  `__future__ abc aifc argparse array ast asynchat asyncio asyncore atexit audioop base64 bdb binascii bisect builtins bz2
  cProfile calendar cgi cgitb chunk cmath cmd code codecs codeop collections colorsys compileall concurrent configparser
  contextlib contextvars copy copyreg crypt csv ctypes curses dataclasses datetime dbm decimal difflib dis distutils doctest
  email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc genericpath
  getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http imaplib imghdr imp importlib inspect io ipaddress
  itertools json keyword linecache locale logging lzma mailbox mailcap marshal math mimetypes mmap modulefinder
  multiprocessing netrc numbers operator optparse os pathlib pdb pickle pickletools pipes pkgutil platform plistlib poplib
  posix posixpath pprint profile pstats pty pwd pydoc queue quopri random re readline reprlib resource runpy sched secrets
  select selectors shelve shlex shutil signal site smtplib socket socketserver sqlite3 ssl stat statistics string stringprep
  struct subprocess symtable sys sysconfig syslog tarfile tempfile termios textwrap threading time timeit tkinter token
  tokenize tomllib trace traceback tracemalloc tty types typing unicodedata unittest urllib uu uuid venv warnings wave weakref
  webbrowser wsgiref xml xmlrpc zipapp zipfile zipimport zlib zoneinfo`.split(/\s+/)
);

function relative(layout, from, dots, parts) {
  let directory = directoryOf(from);
  for (let up = 1; up < dots; up++) {
    if (directory === ".") return { kind: "missing" };
    directory = directoryOf(directory);
  }
  return at(layout, directory, parts) ?? { kind: "missing" };
}
function absolute(layout, from, parts) {
  const [top = ""] = parts;
  let missing = false;
  let folder;
  for (const root of rootsFor(layout, from)) {
    const found = at(layout, root, parts);
    const isItself = found?.kind === "file" && found.path === from && parts.length === 1 && !from.endsWith("/__init__.py");
    if (isItself || layout.installed.has(top.toLowerCase()) && isPackage(layout, root)) continue;
    if (found?.kind === "file") return found;
    if (found && !layout.installed.has(top.toLowerCase())) folder ??= found;
    missing ||= parts.length > 1 && at(layout, root, [top])?.kind === "file";
  }
  const renamed = layout.renamed.get(top);
  const inRenamed = renamed === void 0 ? void 0 : at(layout, renamed, parts.slice(1));
  return inRenamed ?? folder ?? (missing ? { kind: "missing" } : void 0);
}
function rootsFor(layout, from) {
  const around = ancestors(directoryOf(from));
  const outside = around.filter((directory) => !isPackage(layout, directory));
  const sources = around.map((directory) => joinPath(directory, "src")).filter((directory) => layout.folders.has(directory));
  return [.../* @__PURE__ */ new Set([...outside, ...sources, ...layout.roots, ...around])];
}
function isPackage(layout, directory) {
  return layout.files.has(joinPath(directory, "__init__.py"));
}
function at(layout, root, parts) {
  const place = joinPath(root, parts.join("/"));
  const whole = joinPath(place, "__init__.py");
  if (layout.files.has(whole)) return { kind: "file", path: whole };
  if (parts.length > 0 && layout.files.has(`${place}.py`)) return { kind: "file", path: `${place}.py` };
  return layout.folders.has(place) ? { kind: "folder", path: place } : void 0;
}
function loadedModules(file) {
  const names = /* @__PURE__ */ new Set();
  for (const one of file.imports) {
    if (one.typeOnly) continue;
    const dots = /^\.*/.exec(one.from)?.[0] ?? "";
    const parts = one.from.slice(dots.length).split(".");
    for (let count = 1; count <= parts.length; count++) names.add(dots + parts.slice(0, count).join("."));
    if (one.name !== void 0 && one.name !== "*")
      names.add(/^\.+$/.test(one.from) ? one.from + one.name : `${one.from}.${one.name}`);
  }
  for (const name of namedModules(file)) names.add(name);
  return [...names];
}
var LOADS_BY_NAME = /^(?:django|celery|uvicorn|gunicorn|importlib|flask|hypercorn|granian|kombu|dramatiq|rq)(?:\.|$)/;
function namedModules(file) {
  const isSettings = /(?:^|\/)settings(?:\/|\.py$|_)/.test(file.path) || /^(?:settings|base|production|prod|common)\.py$/.test(fileName(file.path));
  if (!isSettings && !file.imports.some((one) => LOADS_BY_NAME.test(one.from))) return [];
  const names = [];
  walk(file.body, (node) => {
    if (node.kind !== "literal" || typeof node.value !== "string" || node.value.length > 200) return void 0;
    const [module = ""] = node.value.split(":");
    if (!/^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/.test(module)) return void 0;
    if (!isSettings && !module.includes(".")) return void 0;
    const parts = module.split(".");
    for (let count = 1; count <= parts.length; count++) names.push(parts.slice(0, count).join("."));
    if (isSettings) names.push(`${module}.models`, `${module}.apps`);
    return void 0;
  });
  return names;
}

module.exports = {
  readPython,
  pythonModules,
  loadedModules
};
