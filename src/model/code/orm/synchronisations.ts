import { indexOf, some } from '../../../code/file-index.js'
import type { Program } from '../../../code/program.js'
import { functionsAround } from '../../../code/scopes.js'
import type { Call, CodeFile, Entry, Expression, Member } from '../../../code/syntax.js'
import { pathOf, peel, walk } from '../../../code/walk.js'
import { knownValue } from '../../../source.js'
import { listOf } from '../../../words.js'
import type { Workload } from '../../system.js'
import type { Synchronisations } from '../declared-schema.js'
import type { Synchronisation } from '../schema.js'
import { type Condition, conditionsAround, verdictOf } from './conditions.js'
import { entryOf, lastName, objectOf, optionOf } from './expressions.js'
import { startReaches } from './start-reach.js'

/** A place that alters tables if some conditions hold. */
interface Candidate {
  readonly file: CodeFile
  readonly kind: Synchronisation['kind']
  readonly what: string
  readonly deletes?: Synchronisation['deletes']
  readonly start: number
  readonly end: number
  /** The file has statements that alter tables, too. */
  readonly altersToo?: boolean
  /** All of these have to be truthy: the option itself and the conditions around it. */
  readonly conditions: readonly Condition[]
}

/** Options and calls that bring the tables to what the code says, by the environment that production gives its programs. */
export function synchronisationsOf(
  program: Program,
  files: readonly CodeFile[],
  workloads: readonly Workload[],
  loads: (workload: Workload, file: CodeFile) => boolean,
): Synchronisations {
  const found: Synchronisation[] = []
  let unknown: Synchronisations['unknown']
  let made: Synchronisations['made']
  for (const candidate of files.flatMap(file => candidatesIn(program, file))) {
    const reach =
      candidate.file.language === 'go'
        ? FREELY
        : reachOf(program, candidate, file => workloads.some(one => loads(one, file)))
    if (!reach.isFree && reach.commands.size === 0) continue
    const at = { path: candidate.file.path, start: candidate.start, end: candidate.end }
    const verdicts = workloads
      .filter(workload => reach.isFree || isTold(workload, reach.commands))
      .map(workload => ({
        workload,
        verdict:
          candidate.file.language === 'go'
            ? startReaches({ program, workload, loads: file => loads(workload, file) }, candidate)
            : verdictOf(program, candidate.conditions, workload),
      }))
    const doing = verdicts.filter(({ verdict }) => verdict.state === 'on')
    const together = (workload: Workload) =>
      atOnce(
        workload,
        doing.map(one => one.workload),
      )
    const on = doing.find(({ workload }) => isHarmful(candidate, together(workload)))
    const open = verdicts.find(({ verdict }) => verdict.state === 'unknown')
    if (on) {
      const because = candidate.kind === 'create' ? whyHarmful(candidate, together(on.workload)) : on.verdict.because
      found.push({
        kind: candidate.kind,
        what: candidate.what,
        ...(candidate.deletes ? { deletes: candidate.deletes } : {}),
        workload: on.workload.name,
        at,
        ...(because ? { because } : {}),
      })
    } else if (doing[0] && candidate.kind === 'create')
      made ??= { what: candidate.what, workload: doing[0].workload.name, at }
    else if (open) unknown ??= { at, because: open.verdict.because ?? 'it is decided when the program starts' }
  }
  return { found, ...(unknown ? { unknown } : {}), ...(made ? { made } : {}) }
}

function candidatesIn(program: Program, file: CodeFile): readonly Candidate[] {
  const { words } = indexOf(file)
  if (file.language === 'go') return words.has('AutoMigrate') ? automatic(program, file) : []
  if (!['synchronize', 'dropSchema', 'sync', 'create_all'].some(name => words.has(name))) return []
  const candidates: Candidate[] = []
  walk(file.body, node => {
    if (node.kind === 'object') {
      const entry = entryOf(node, 'synchronize')
      // `type` and the like: options of a data source, and of nothing else that can be synchronised.
      if (entry && isDataSource(node)) candidates.push(optionCandidate(file, entry, 'synchronize', 'synchronise'))
      // https://typeorm.io/docs/data-source/data-source-options
      const drop = entryOf(node, 'dropSchema')
      if (drop && isDataSource(node))
        candidates.push({ ...optionCandidate(file, drop, 'dropSchema', 'synchronise'), deletes: 'tables' })
    }
    if (node.kind === 'call') candidates.push(...callCandidates(file, node))
    if (node.kind === 'member' && node.property === 'create_all') candidates.push(...createCandidates(file, node))
    return undefined
  })
  return candidates
}

const DATA_SOURCE = ['type', 'url', 'host', 'entities', 'autoLoadEntities', 'database', 'dialect', 'replication']

function isDataSource(node: Expression): boolean {
  return DATA_SOURCE.some(key => optionOf(node, key) !== undefined)
}

function optionCandidate(
  file: CodeFile,
  { value, start, end }: Entry,
  name: string,
  kind: Synchronisation['kind'],
): Candidate {
  const inner = peel(value)
  const literal = inner.kind === 'literal' ? `: ${String(inner.value)}` : ''
  // `alter: { drop: false }` alters as well.
  const own: readonly Condition[] = inner.kind === 'object' ? [] : [{ file, node: value, expected: true }]
  return {
    file,
    kind,
    what: `${name}${literal}`,
    start,
    end,
    conditions: [...own, ...conditionsAround(file, start, end)],
  }
}

/** `sequelize.sync({ alter: true })`, `dataSource.synchronize()`. */
function callCandidates(file: CodeFile, call: Call): readonly Candidate[] {
  const callee = peel(call.callee)
  if (callee.kind !== 'member') return []
  if (callee.property === 'sync') {
    const [options] = call.arguments
    if (!objectOf(options)) return []
    return ['force', 'alter'].flatMap(name => {
      const entry = entryOf(options, name)
      if (!entry) return []
      const candidate = optionCandidate(file, entry, `sync with ${name}`, 'synchronise')
      // https://sequelize.org/docs/v6/core-concepts/model-basics/#model-synchronization
      return [name === 'force' ? { ...candidate, deletes: 'tables' as const } : candidate]
    })
  }
  const receiver = lastName(callee.object) ?? ''
  if (callee.property !== 'synchronize' || !/source|connection|conn$|^ds$|^db$/i.test(receiver)) return []
  const { start, end } = call
  return [
    {
      file,
      kind: 'synchronise',
      what: `${receiver}.synchronize()`,
      start,
      end,
      conditions: conditionsAround(file, start, end),
    },
  ]
}

/** `Base.metadata.create_all(engine)`, also as an argument of `run_sync`, and `db.create_all()` of Flask-SQLAlchemy. */
function createCandidates(file: CodeFile, node: Member): readonly Candidate[] {
  const receiver = pathOf(node.object) ?? []
  if (!/^(?:metadata|db|database)$/.test(receiver.at(-1) ?? '')) return []
  const { start, end } = node
  const what = [...receiver, 'create_all'].join('.')
  const altersToo = some(indexOf(file).texts, text => /\bALTER\s+TABLE\b/i.test(text))
  return [{ file, kind: 'create', what, start, end, altersToo, conditions: conditionsAround(file, start, end) }]
}

/** `db.AutoMigrate(&Order{})` of GORM, which makes tables, columns and indexes that are missing: https://gorm.io/docs/migration.html */
function automatic(program: Program, file: CodeFile): readonly Candidate[] {
  const isGorm = [file, ...program.siblings(file)].some(one => one.imports.some(({ from }) => /\bgorm\b/.test(from)))
  const [first] = isGorm ? (indexOf(file).callsByName.get('AutoMigrate') ?? []) : []
  if (first?.callee.kind !== 'member') return []
  const { start, end } = first
  const altersToo = some(indexOf(file).texts, text => /\bALTER\s+TABLE\b/i.test(text))
  return [{ file, kind: 'create', what: 'AutoMigrate', start, end, altersToo, conditions: [] }]
}

/** To make what is missing hurts where several do it at once, or where statements of its own go on from there. */
function isHarmful({ kind, altersToo }: Candidate, together: readonly Workload[]): boolean {
  return kind !== 'create' || altersToo === true || countOf(together) > 1
}

function whyHarmful({ altersToo }: Candidate, together: readonly Workload[]): string {
  const [first, ...others] = together
  const several = others.length > 0 ? listOf(together.map(({ name }) => name)) : undefined
  const reasons = [
    ...(countOf(together) > 1
      ? [several ? `${several} do it at once` : `${countOf(together)} processes of ${first?.name} do it at once`]
      : []),
    ...(altersToo ? ['ALTER TABLE statements beside it change what is there, and nothing keeps account of them'] : []),
  ]
  return reasons.join('; ')
}

/** A workload with those of its deployment that do the same when it starts: none waits until another is ready. */
function atOnce(workload: Workload, doing: readonly Workload[]): readonly Workload[] {
  const waits = (one: Workload, other: Workload) =>
    one.dependsOn.some(({ workload: name, condition }) => name === other.name && condition !== 'started')
  return doing.filter(
    one =>
      one === workload || (one.deployment === workload.deployment && !waits(one, workload) && !waits(workload, one)),
  )
}

function countOf(together: readonly Workload[]): number {
  return together.reduce((sum, one) => sum + copiesOf(one), 0)
}

/** How many processes of a workload start at the same time, as far as it is known. */
function copiesOf({ replicas, autoscaledFrom, processes }: Workload): number {
  const count = knownValue(replicas) ?? knownValue(autoscaledFrom) ?? 1
  return count * (knownValue(processes?.count) ?? 1)
}

/** Functions that frameworks and runtimes call by their names. */
const CALLED_BY_NAME =
  /^(?:main|constructor|init|register|bootstrap|configure|lifespan|startup|on_startup|ready|onModuleInit|onApplicationBootstrap|create_app|create(?:TypeOrm|Sequelize|MikroOrm)Options)$/

/** How a program comes to a place: when it is loaded or starts, or by commands that somebody has to name. */
interface Reach {
  readonly isFree: boolean
  readonly commands: ReadonlySet<string>
}

const FREELY: Reach = { isFree: true, commands: new Set() }
const MOST_CALLERS = 6

/**
 * Whether each named function around a place is called somewhere, has a decorator, or is called by its name. What is a
 * command of a program (`@manager.command`, `@app.cli.command("init-db")`), or is called by one alone, is not: it runs when
 * it is named.
 */
function reachOf(
  program: Program,
  { file, start }: Pick<Candidate, 'file' | 'start'>,
  isLoaded: (file: CodeFile) => boolean,
  callers: readonly string[] = [],
): Reach {
  const commands = new Set<string>()
  for (const { name, decorators } of functionsAround(file, start)) {
    const told = commandNames(name, decorators)
    if (told) {
      for (const one of told) commands.add(one)
      return { isFree: false, commands }
    }
    if (name === undefined || decorators.length > 0 || CALLED_BY_NAME.test(name)) continue
    if (callers.includes(name) || callers.length >= MOST_CALLERS) return { isFree: false, commands }
    const places = placesNaming(program, name)
    if (places.length === 0) return { isFree: false, commands }
    // Names that no loaded file says are left to where they are said: a file may be loaded by other ways.
    const loaded = places.filter(one => isLoaded(one.file))
    const reaches = (loaded.length > 0 ? loaded : places).map(one =>
      reachOf(program, one, isLoaded, [...callers, name]),
    )
    if (reaches.some(({ isFree }) => isFree)) continue
    for (const reach of reaches) for (const one of reach.commands) commands.add(one)
    return { isFree: false, commands }
  }
  return FREELY
}

/**
 * What makes a function a command: of click, Flask, Typer, Flask-Script, invoke. Sources: https://click.palletsprojects.com,
 * https://flask.palletsprojects.com/en/stable/cli/, https://typer.tiangolo.com, https://flask-script.readthedocs.io,
 * https://docs.pyinvoke.org
 */
const COMMAND = /^(?:command|option|argument|group)$/

/** The names by which a command is started; undefined of a function that is none. */
function commandNames(name: string | undefined, decorators: readonly Expression[]): readonly string[] | undefined {
  const making = decorators.filter(one =>
    COMMAND.test(
      pathOf(one.kind === 'call' ? one.callee : one)
        ?.slice(1)
        .at(-1) ?? '',
    ),
  )
  if (making.length === 0) return undefined
  const given = making.flatMap(one =>
    one.kind === 'call'
      ? one.arguments.flatMap(each => {
          const value = each.kind === 'keyword' ? each.value : each
          return value.kind === 'literal' && typeof value.value === 'string' ? [value.value] : []
        })
      : [],
  )
  return [...given, ...(name === undefined ? [] : [name, name.replaceAll('_', '-')])]
}

/** Whether the start of a workload names one of these. */
function isTold({ runs }: Workload, commands: ReadonlySet<string>): boolean {
  return runs?.some(({ words }) => words.some(word => word !== null && commands.has(word))) ?? false
}

/** Where the repository says a name outside of the function that has it. */
function placesNaming(program: Program, name: string): readonly Pick<Candidate, 'file' | 'start'>[] {
  const found: Pick<Candidate, 'file' | 'start'>[] = []
  for (const file of program.files.values()) {
    if (!indexOf(file).words.has(name)) continue
    walk(file.body, node => {
      const isSaid = (node.kind === 'name' && node.name === name) || (node.kind === 'member' && node.property === name)
      if (isSaid && found.length < MOST_PLACES) found.push({ file, start: node.start })
      return undefined
    })
  }
  return found
}

const MOST_PLACES = 50
