import { standsAside } from '../../../code/paths.js'
import type { Program } from '../../../code/program.js'
import { callFunction } from '../../../code/python/calls.js'
import { moduleNames, moduleValue } from '../../../code/python/modules.js'
import { type PyKnowledge, type PyRun, pyRun, spanOf } from '../../../code/python/run.js'
import {
  NONE,
  type PyArguments,
  type PyFunction,
  type PyHost,
  type PyValue,
  textOf,
} from '../../../code/python/values.js'
import type { CodeFile, FunctionNode, Node } from '../../../code/syntax.js'
import type { Environment } from '../../../code/values.js'
import { holds, pathOf, walk } from '../../../code/walk.js'
import type { RouteTable } from '../route.js'
import { addDjango, djangoSetting } from './django.js'
import { asgi } from './fastapi.js'
import { flask } from './flask.js'
import { django } from './python/django-urls.js'
import { flaskApi } from './python/flask-api.js'
import type { Framework, Start } from './python/knowledge.js'
import { ninja } from './python/ninja.js'
import { addWeb, finish, NOTHING_AROUND, type TableBuilder, tableBuilder } from './python/table.js'
import { addUnregistered, usedIn } from './python/unregistered.js'
import { decoratedBy, type Web, webOf } from './python/web.js'

/** The files of a service in Python, and what its environment holds. */
export interface PythonServiceFiles {
  /** The files that are run: `app/main.py` of `uvicorn app.main:app`. Without any, every application of the service counts. */
  readonly entries: readonly string[]
  /** All files of the service, also those that no entry reaches. */
  readonly files: readonly string[]
  readonly environment?: Environment
}

const FRAMEWORKS: readonly Framework[] = [asgi, flask, flaskApi, ninja, django]

/** Modules that routes come from: a service that imports none of them has none. */
const WEB = /^(?:fastapi|starlette|flask|flask_\w+|django|rest_framework|rest_framework_nested|ninja)(?:\.|$)/

/**
 * The routes of a service in Python. Its start is followed from the entries on, module by module, as Python would execute it;
 * what its applications were told is put together. A service without one of the frameworks has no routes.
 */
export function pythonRoutes(program: Program, service: PythonServiceFiles): RouteTable {
  const table = tableBuilder()
  const files = service.files.flatMap(path => {
    const file = program.files.get(path)
    return file?.language === 'python' ? [file] : []
  })
  const web = files.filter(file => file.imports.some(one => WEB.test(one.from)))
  if (web.length === 0) return finish(table)
  const start: Start = { made: [], lost: [], settings: undefined, permissions: [], permissionsAt: undefined }
  const run = pyRun(program, knowledgeOf(start), service.environment)
  const entries = service.entries.flatMap(path => program.files.get(path) ?? [])
  for (const entry of entries) moduleNames(run, entry)
  const roots = rootsOf(run, start, web)
  for (const root of roots) addWeb(table, root, NOTHING_AROUND)
  // Beside an application of another framework, Django answers only where the start comes to it.
  if (roots.length === 0 || [...run.modules.keys()].some(file => file.imports.some(one => DJANGO.test(one.from))))
    addDjangoOf(run, start, table, [...entries, ...files])
  table.unresolved.push(...start.lost)
  // What could not be read may hold anything.
  for (const file of files)
    if (!standsAside(file.path)) table.unresolved.push(...file.problems.slice(0, 1).map(one => one.at))
  if (run.budget <= 0) table.unresolved.push({ path: (entries[0] ?? web[0])?.path ?? '', start: 0, end: 0 })
  addUnregistered(run, start, table, web)
  return finish(table)
}

const DJANGO = /^django(?:\.|$)/
const DJANGO_SETTINGS = 'django.conf.settings.'

function knowledgeOf(start: Start): PyKnowledge {
  const ask = <T>(question: (one: Framework) => T | undefined): T | undefined => {
    for (const one of FRAMEWORKS) {
      const answer = question(one)
      if (answer !== undefined) return answer
    }
    return undefined
  }
  return {
    call: (run, name, given) => common(run, start, name, given) ?? ask(one => one.call?.(run, start, name, given)),
    constant: (run, name) =>
      name.startsWith(DJANGO_SETTINGS) ? djangoSetting(run, start, name.slice(DJANGO_SETTINGS.length)) : undefined,
    concerns: file => file.imports.some(one => WEB.test(one.from)),
    passed: (_, given) => {
      if ([...given.list, ...given.keywords.values()].some(one => webOf(one))) start.lost.push(given.at)
    },
    attribute: (run, host, name) => ask(one => one.attribute?.(run, start, host, name)),
    method: (run, host, name, given) => {
      if (host.type === 'decorator' && name === '__call__') return decoratedBy(host, given.list[0] ?? NONE)
      return started(run, host, name, given) ?? ask(one => one.method?.(run, start, host, name, given))
    },
    inherited: (run, of, name, given) => ask(one => one.inherited?.(run, start, of, name, given)),
    decorate: (run, decorator, decorated, at) => {
      // `@app.before_request`: a method that is given the function.
      if (decorator.kind === 'method' && decorated.kind === 'function') {
        const given = { list: [decorated], keywords: new Map(), isOpen: false, at, file: decorated.file }
        ask(one => one.method?.(run, start, decorator.host, decorator.name, given))
        return decorated
      }
      if (decorator.kind === 'host' && decorator.type === 'decorator') return decoratedBy(decorator, decorated)
      return ask(one => one.decorate?.(run, start, decorator, decorated, at))
    },
  }
}

/** What more than one framework needs: modules by name, where Django finds its settings, default values of settings classes. */
function common(run: PyRun, start: Start, name: string, given: PyArguments): PyValue | undefined {
  const first = textOf(given.list[0])
  if (first !== undefined && /^(?:importlib\.import_module|uvicorn\.run)$/.test(name)) {
    // `uvicorn.run('app.main:app')`
    const [module = ''] = first.split(':')
    return moduleValue(run, given.file, module)
  }
  if (name === 'os.environ.setdefault' && first === 'DJANGO_SETTINGS_MODULE') {
    noteSettings(run, start, given.file, textOf(given.list[1]))
  }
  if (!/^pydantic(?:_settings)?\.(?:fields\.)?Field$/.test(name)) return undefined
  const value = given.keywords.get('default') ?? given.list[0]
  return {
    kind: 'host',
    type: 'field',
    at: given.at,
    attributes: new Map(value ? [['default', value]] : []),
    state: undefined,
  }
}

/** The environment goes before what the code says. */
function noteSettings(run: PyRun, start: Start, from: CodeFile, written: string | undefined): void {
  const said = run.environment('DJANGO_SETTINGS_MODULE')
  const name = said?.known ? said.value : written
  if (name !== undefined) start.settings = { name, from }
}

/** What is done at the start of an application: `@app.on_event('startup')`. */
function started(run: PyRun, host: PyHost, name: string, given: PyArguments): PyHost | undefined {
  if (!webOf(host) || (name !== 'on_event' && name !== 'before_first_request')) return undefined
  const state = (decorated: unknown) => {
    const fn = decorated as PyFunction
    if (fn.kind === 'function') callFunction(run, fn, { ...given, list: [], keywords: new Map() })
  }
  return { kind: 'host', type: 'decorator', at: given.at, attributes: new Map(), state }
}

const FACTORY = /^(?:FastAPI|Starlette|Flask)$/

/** The applications that answer requests: those that the entries make, and no other application contains. */
function rootsOf(run: PyRun, start: Start, files: readonly CodeFile[]): readonly Web[] {
  const found = applications(start)
  if (found.length > 0) return found
  // `gunicorn 'app:create_app()'`, `flask run`: nobody of the repository calls the factory.
  const executed = [...run.modules.keys()]
  callFactories(run, executed)
  if (applications(start).length > 0) return applications(start)
  if (executed.some(file => file.imports.some(one => DJANGO.test(one.from)))) return []
  const others = files.filter(file => !standsAside(file.path))
  for (const file of others) moduleNames(run, file)
  if (applications(start).length === 0) callFactories(run, others)
  return applications(start)
}

function applications(start: Start): readonly Web[] {
  const used = usedIn(start)
  return start.made.flatMap(host => {
    const web = webOf(host)
    return web?.isApplication && !used.has(web) ? [web] : []
  })
}

/** Factories that nobody is seen to call; those that make a part for another one are called by it. */
function callFactories(run: PyRun, files: readonly CodeFile[]): void {
  for (const file of files) {
    if (standsAside(file.path)) continue
    const factories = file.body.filter(node => node.kind === 'function' && makesApplication(node))
    const parts = calledIn(factories)
    for (const node of factories) {
      if (node.kind !== 'function' || run.called.has(node) || parts.has(node.name ?? '')) continue
      const names = moduleNames(run, file)
      const given = { list: [], keywords: new Map(), isOpen: false, at: spanOf(file, node), file }
      callFunction(run, { kind: 'function', file, node, names, notes: new Map() }, given)
    }
  }
}

function calledIn(nodes: readonly Node[]): ReadonlySet<string> {
  const names = new Set<string>()
  walk(nodes, one => {
    if (one.kind === 'call' && one.callee.kind === 'name') names.add(one.callee.name)
    return undefined
  })
  return names
}

function makesApplication(node: FunctionNode): boolean {
  return holds(node.body, one => one.kind === 'call' && FACTORY.test(pathOf(one.callee)?.at(-1) ?? ''))
}

/** The settings that the environment, `manage.py`, `wsgi.py` or `asgi.py` name. */
function addDjangoOf(run: PyRun, start: Start, table: TableBuilder, files: readonly CodeFile[]): void {
  if (!files.some(file => file.imports.some(one => DJANGO.test(one.from)))) return
  const [first] = files
  if (!start.settings)
    for (const file of files) if (/(?:^|\/)(?:manage|wsgi|asgi)\.py$/.test(file.path)) moduleNames(run, file)
  if (!start.settings && first) noteSettings(run, start, first, undefined)
  const { settings } = start
  if (settings) addDjango(run, start, table, settings.name, settings.from)
}
