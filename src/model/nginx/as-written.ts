import { TEMPLATES } from '../../knowledge/nginx/stock.js'
import { fileName } from '../../paths.js'
import { knownValue } from '../../source.js'
import type { Tree } from '../../tree.js'
import type { ContainerFiles } from '../container-files.js'
import { holdsScripts } from '../script-texts.js'
import type { Workload } from '../system.js'
import { BEFORE_START } from './prepared.js'

/** `${DOMAIN}`, `$API_HOST`: what envsubst would fill in. */
const VARIABLE = /\$\{?[A-Z][A-Z0-9_]*\b/

/**
 * The files among `paths` that nginx reads as they are written, though there are variables in them that are for somebody to
 * fill in: the pulled official image runs as it is, they are none of its templates, and no script of the repository that
 * fills anything in may mean them.
 */
export function readAsWritten(
  workload: Pick<Workload, 'start' | 'environment'>,
  files: ContainerFiles,
  paths: readonly string[],
  tree: Tree,
): ReadonlySet<string> {
  // What stands in a Compose file or a manifest is filled in by Compose, Flux and the like.
  const own = new Set(tree.files.flatMap(({ path, format }) => (format === 'nginx' ? path : [])))
  const open = paths.filter(path => own.has(path) && VARIABLE.test(tree.read(path)?.text ?? ''))
  if (open.length === 0 || workload.start?.script) return new Set()
  const before = files.match(BEFORE_START)
  if (before.files.length > 0 || before.hidden) return new Set()
  const { variable, value } = TEMPLATES.directory
  const templates = knownValue(workload.environment.get(variable)?.value) ?? value
  const filled = new Set(files.match(`${templates}/*`).files.map(({ source }) => source.path))
  return new Set(open.filter(path => !filled.has(path) && !isMeantByScript(path, tree)))
}

/** A script that calls envsubst, or one of the tools that change texts on the file. */
function isMeantByScript(path: string, tree: Tree): boolean {
  const name = fileName(path)
  return tree.files.some(file => {
    if (!holdsScripts(file)) return false
    const text = tree.read(file.path)?.text ?? ''
    return /\benvsubst\b/.test(text) || text.includes(name)
  })
}
