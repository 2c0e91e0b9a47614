import { definitionOf, externalName } from '../../code/definitions.js'
import { indexOf } from '../../code/file-index.js'
import { keywordOf } from '../../code/given.js'
import type { In, Program } from '../../code/program.js'
import type { Call, CodeFile } from '../../code/syntax.js'
import { typeOf } from '../../code/types.js'
import { evaluateExpression } from '../../code/values.js'
import { peel } from '../../code/walk.js'
import { programOf } from '../../parse/shell.js'
import type { Span } from '../../source.js'
import type { Workload } from '../workload.js'
import { entryPointOf } from './entry-points.js'
import { environmentOf, type ServiceCode } from './services.js'
import { runsOf, surrounded } from './web/runs-at-start.js'

/** A server for development that the program of a workload starts by itself, in its code. */
export interface DevelopmentServer {
  /** The id of the workload. */
  readonly workload: string
  /** As people write it: `uvicorn.run(…, reload=True)`. */
  readonly call: string
  readonly kind: 'flask' | 'reload'
  readonly at: Span
}

/**
 * The servers for development that `python main.py` comes to, whatever its variables are. What a command of another server
 * imports, `gunicorn main:app`, does not get to them. https://flask.palletsprojects.com/en/stable/server/,
 * https://uvicorn.dev/settings/#development
 */
export function developmentServers(program: Program, service: ServiceCode): readonly DevelopmentServer[] {
  if (service.runtime !== 'python') return []
  return service.workloads.flatMap(workload => {
    for (const file of service.code) {
      if (!service.entries.includes(file.path) || !isMain(file.path, workload)) continue
      const found = serverIn(program, file, workload)
      if (found) return [{ workload: workload.id, ...found }]
    }
    return []
  })
}

/** Whether a sure command of a workload runs a file itself: `python main.py`, `python -m app.main`. */
function isMain(path: string, { runs = [] }: Workload): boolean {
  return runs.some(({ words, isSure }) => {
    if (!isSure || !/^python[\d.]*$/.test(programOf(words) ?? '')) return false
    const point = entryPointOf(words)
    if (!point || point.attribute !== undefined || point.answersNothing) return false
    const name = point.kind === 'module' ? point.name.replaceAll('.', '/') : point.name.replace(/^\.\/|\.py$/g, '')
    const bare = path.replace(/(?:\/__(?:init|main)__)?\.py$/, '')
    return bare === name || bare.endsWith(`/${name}`) || name.endsWith(`/${bare}`)
  })
}

function serverIn(
  program: Program,
  file: CodeFile,
  workload: Workload,
): Pick<DevelopmentServer, 'call' | 'kind' | 'at'> | undefined {
  if (!indexOf(file).words.has('run')) return undefined
  const runs = runsOf(program, [file], new Set())
  for (const one of surrounded(file)) {
    if (one.node.kind !== 'call' || !runs.atStart(one)) continue
    const found = serverOf(program, { file, node: one.node }, workload)
    if (found) return { ...found, at: { path: file.path, start: one.node.start, end: one.node.end } }
  }
  return undefined
}

function serverOf(
  program: Program,
  at: In<Call>,
  workload: Workload,
): Pick<DevelopmentServer, 'call' | 'kind'> | undefined {
  const callee = peel(at.node.callee)
  const name = externalName(definitionOf(program, { file: at.file, node: callee }))
  if (name !== undefined && /^uvicorn\.(?:main\.)?run$/.test(name))
    return isTrue(program, at, 'reload', workload) ? { call: 'uvicorn.run(…, reload=True)', kind: 'reload' } : undefined
  if (callee.kind !== 'member' || callee.property !== 'run') return undefined
  const of = typeOf(program, { file: at.file, node: callee.object })
  if (of?.kind !== 'external') return undefined
  if (of.package === 'flask' && of.path.join('.') === 'Flask') return { call: 'app.run(…)', kind: 'flask' }
  // https://flask-socketio.readthedocs.io/en/latest/deployment.html
  const isUnsafe = of.package === 'flask_socketio' && isTrue(program, at, 'allow_unsafe_werkzeug', workload)
  return isUnsafe ? { call: 'socketio.run(…, allow_unsafe_werkzeug=True)', kind: 'flask' } : undefined
}

function isTrue(program: Program, at: In<Call>, keyword: string, workload: Workload): boolean {
  const given = keywordOf(program, at, keyword)
  if (given.kind !== 'given') return false
  const value = evaluateExpression(program, given.value, environmentOf(workload))
  return value.kind === 'known' && value.value === true
}
