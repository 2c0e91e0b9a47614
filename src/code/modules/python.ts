import { directoryOf, fileName, joinPath } from '../../paths.js'
import type { Tree } from '../../tree.js'
import type { CodeFile } from '../syntax.js'
import { walk } from '../walk.js'
import { ancestors, type PythonLayout, pythonLayout } from './python-roots.js'

/** Where a module name leads: a file, a folder without `__init__.py`, a package from outside, or nothing. */
export type PythonTarget =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'package'; readonly name: string }
  | { readonly kind: 'missing' }

/**
 * The modules that come with Python 3.11: what a repository calls by these names is a part of one of its packages.
 * Source: `sys.stdlib_module_names`.
 */
const STANDARD = new Set(
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
  webbrowser wsgiref xml xmlrpc zipapp zipfile zipimport zlib zoneinfo`.split(/\s+/),
)

/** Finds what module names of Python lead to, from the file that imports them. */
export function pythonModules(tree: Tree): (from: string, specifier: string) => PythonTarget {
  const layout = pythonLayout(tree)
  return (from, specifier) => {
    const dots = /^\.*/.exec(specifier)?.[0].length ?? 0
    const parts = specifier
      .slice(dots)
      .split('.')
      .filter(part => part !== '')
    if (dots > 0) return relative(layout, from, dots, parts)
    const [top = ''] = parts
    if (STANDARD.has(top)) return { kind: 'package', name: top }
    return absolute(layout, from, parts) ?? { kind: 'package', name: top }
  }
}

function relative(layout: PythonLayout, from: string, dots: number, parts: readonly string[]): PythonTarget {
  let directory = directoryOf(from)
  for (let up = 1; up < dots; up++) {
    if (directory === '.') return { kind: 'missing' }
    directory = directoryOf(directory)
  }
  return at(layout, directory, parts) ?? { kind: 'missing' }
}

/** Each folder that makes the import lead somewhere is tried; undefined where none does: it comes from outside. */
function absolute(layout: PythonLayout, from: string, parts: readonly string[]): PythonTarget | undefined {
  const [top = ''] = parts
  let missing = false
  let folder: PythonTarget | undefined
  for (const root of rootsFor(layout, from)) {
    const found = at(layout, root, parts)
    // `celery.py` of a package imports the Celery that is installed, and so does what stands beside it.
    const isItself =
      found?.kind === 'file' && found.path === from && parts.length === 1 && !from.endsWith('/__init__.py')
    if (isItself || (layout.installed.has(top.toLowerCase()) && isPackage(layout, root))) continue
    if (found?.kind === 'file') return found
    // A folder is a package only where nothing of that name is installed.
    if (found && !layout.installed.has(top.toLowerCase())) folder ??= found
    missing ||= parts.length > 1 && at(layout, root, [top])?.kind === 'file'
  }
  const renamed = layout.renamed.get(top)
  const inRenamed = renamed === undefined ? undefined : at(layout, renamed, parts.slice(1))
  return inRenamed ?? folder ?? (missing ? { kind: 'missing' } : undefined)
}

/**
 * Where absolute imports of a file may begin: outside of its packages from the inside out, `src` beside them, what is put
 * onto the path, and last, for what is run as a script, the folders of its packages.
 */
function rootsFor(layout: PythonLayout, from: string): readonly string[] {
  const around = ancestors(directoryOf(from))
  const outside = around.filter(directory => !isPackage(layout, directory))
  const sources = around.map(directory => joinPath(directory, 'src')).filter(directory => layout.folders.has(directory))
  return [...new Set([...outside, ...sources, ...layout.roots, ...around])]
}

function isPackage(layout: PythonLayout, directory: string): boolean {
  return layout.files.has(joinPath(directory, '__init__.py'))
}

/** A package goes before a module of the same name, and both before a mere folder. */
function at(layout: PythonLayout, root: string, parts: readonly string[]): PythonTarget | undefined {
  const place = joinPath(root, parts.join('/'))
  const whole = joinPath(place, '__init__.py')
  if (layout.files.has(whole)) return { kind: 'file', path: whole }
  if (parts.length > 0 && layout.files.has(`${place}.py`)) return { kind: 'file', path: `${place}.py` }
  return layout.folders.has(place) ? { kind: 'folder', path: place } : undefined
}

/** What importing brings into memory beside the module itself: the packages around it, and modules taken by name. */
export function loadedModules(file: CodeFile): readonly string[] {
  const names = new Set<string>()
  for (const one of file.imports) {
    if (one.typeOnly) continue
    const dots = /^\.*/.exec(one.from)?.[0] ?? ''
    const parts = one.from.slice(dots.length).split('.')
    for (let count = 1; count <= parts.length; count++) names.add(dots + parts.slice(0, count).join('.'))
    if (one.name !== undefined && one.name !== '*')
      names.add(/^\.+$/.test(one.from) ? one.from + one.name : `${one.from}.${one.name}`)
  }
  for (const name of namedModules(file)) names.add(name)
  return [...names]
}

/** Frameworks that load modules by names in texts. */
const LOADS_BY_NAME = /^(?:django|celery|uvicorn|gunicorn|importlib|flask|hypercorn|granian|kombu|dramatiq|rq)(?:\.|$)/

/** Modules that are named in texts (`include('shop.urls')`, `INSTALLED_APPS`), where a framework loads them so. */
function namedModules(file: CodeFile): readonly string[] {
  const isSettings =
    /(?:^|\/)settings(?:\/|\.py$|_)/.test(file.path) ||
    /^(?:settings|base|production|prod|common)\.py$/.test(fileName(file.path))
  if (!isSettings && !file.imports.some(one => LOADS_BY_NAME.test(one.from))) return []
  const names: string[] = []
  walk(file.body, node => {
    if (node.kind !== 'literal' || typeof node.value !== 'string' || node.value.length > 200) return undefined
    const [module = ''] = node.value.split(':')
    if (!/^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/.test(module)) return undefined
    if (!isSettings && !module.includes('.')) return undefined
    // The packages around it too, of which the last may be a class: `shop.apps.ShopConfig`.
    const parts = module.split('.')
    for (let count = 1; count <= parts.length; count++) names.push(parts.slice(0, count).join('.'))
    // Django loads these of each application.
    if (isSettings) names.push(`${module}.models`, `${module}.apps`)
    return undefined
  })
  return names
}
