import { contextName } from '../../knowledge/nginx/contexts.js'
import { BEYOND_TABLE, reaches } from '../../knowledge/nginx/versions.js'
import { type NginxDirective, walkNginx } from '../../parse/nginx.js'
import type { NginxTree } from './trees.js'
import { checkTables } from './verdict/blocks.js'
import { checkBuffers } from './verdict/buffers.js'
import { checkCaches } from './verdict/caches.js'
import { checkHeaders } from './verdict/headers.js'
import type { Judging } from './verdict/judging.js'
import { hasFilledIn, type Level, levelsOf, type Reject, type Rejection, shown } from './verdict/level.js'
import { checkLimits } from './verdict/limits.js'
import { checkListens } from './verdict/listen.js'
import { checkLocations } from './verdict/locations.js'
import { checkLogs } from './verdict/logs.js'
import { checkPasses, checkStreamPasses } from './verdict/passes.js'
import { checkProcesses } from './verdict/processes.js'
import { checkRewriting } from './verdict/rewriting.js'
import { checkTls } from './verdict/tls.js'
import { checkUpstreams } from './verdict/upstreams.js'
import { checkUsage } from './verdict/usage.js'
import { checkVariables } from './verdict/variables.js'
import { checkZones } from './verdict/zones.js'

/** Reasons beyond which more say nothing new. */
const MOST = 100

/**
 * The reasons for which nginx would not start with a configuration, in the order of files and lines; empty when none is
 * proven. nginx itself stops at the first. `version` is that of the program, most significant part first: where versions
 * differ and it is not known, nothing is said. Neither is of directives that are not nginx's own.
 */
export function rejections(tree: NginxTree, version?: readonly number[]): readonly Rejection[] {
  const found = new Map<string, Rejection>()
  const reject: Reject = rejection => {
    const { path, start } = rejection.at
    const key = `${path}:${start}:${rejection.kind}:${rejection.message}`
    if (found.size < MOST && !found.has(key)) found.set(key, rejection)
  }
  const broken = checkSyntax(tree, reject)
  const judged: Reject = rejection => {
    if (!broken.has(rejection.at.path)) reject(rejection)
  }
  const known = broken.size === 0 ? tree : { ...tree, complete: false }
  if (tree.start) checkFrom({ context: tree.start, directives: tree.directives }, known, version, judged)
  return sorted([...found.values()], tree)
}

/**
 * What nginx objects to while reading words; where a word is put in before that, the words may be others. Gives the files
 * that cannot be judged further: what stands in which block is a guess where a brace or a quote is missing.
 */
function checkSyntax({ files }: NginxTree, reject: Reject): ReadonlySet<string> {
  const broken = new Set<string>()
  for (const { path, problems, directives } of files) {
    const filledIn = new Set<number>()
    const unended = new Set<number>()
    let cut = false
    walkNginx(directives, (directive, around) => {
      if (hasFilledIn(directive)) filledIn.add(directive.at.start)
      if (!directive.block) unended.add(directive.at.start)
      const block = around.at(-1)
      if (block && isRestOfExpression(directive, block)) {
        reject(braceInExpression(block))
        cut = true
      }
    })
    if (cut) broken.add(path)
    for (const { at, message, code } of problems) {
      if (code !== undefined || !unended.has(at.start)) broken.add(path)
      if (code === undefined && !cut && !filledIn.has(at.start)) reject({ kind: 'syntax', at, message })
    }
  }
  return broken
}

/** In `location ~ ^/\d{3}$ {` the first brace opens the block, and `3}$` is taken for a directive. */
function isRestOfExpression({ name }: NginxDirective, block: NginxDirective): boolean {
  const isExpression = block.args.length > 0 || block.name.startsWith('~')
  return /^\d+(?:,\d*)?\}/.test(name) && isExpression && block.blockAt?.start === block.at.end
}

function braceInExpression({ at, args, name }: NginxDirective): Rejection {
  const expression = args.at(-1)?.text ?? name
  const message = `the brace behind ${shown({ text: expression })} opens the block: a regular expression with braces needs quotes`
  return { kind: 'syntax', at, message, fix: 'Put the whole regular expression in quotes.' }
}

function checkFrom(root: Level, tree: NginxTree, version: readonly number[] | undefined, reject: Reject): void {
  const levels = levelsOf(root)
  const ownModulesOnly = tree.ownModulesOnly && !mayLoadModules(root)
  const judging: Judging = {
    reject,
    ...(version && { version }),
    complete: tree.complete,
    isStarted: tree.isStarted,
    ownModulesOnly,
    asWritten: tree.asWritten,
    tableIsAll: ownModulesOnly && version !== undefined && reaches(version, BEYOND_TABLE) === false,
    levels,
    ...(tree.stock?.logFormats && { stockFormats: tree.stock.logFormats }),
  }
  for (const level of levels) checkLevel(level, tree, judging)
  const listens = checkListens(judging)
  checkLocations(judging)
  checkPasses(checkUpstreams('http', judging), judging)
  checkStreamPasses(checkUpstreams('stream', judging), judging)
  checkLimits(judging)
  checkRewriting(judging)
  checkLogs(judging)
  checkHeaders(judging)
  checkCaches(judging)
  checkTls(listens, judging)
  checkTables(judging)
  checkBuffers(judging)
  checkProcesses(judging)
  checkVariables(judging)
  checkZones(judging)
}

/** Whether modules are loaded, or a file that could not be followed may load some. */
function mayLoadModules({ context, directives }: Level): boolean {
  return context === 'main' && directives.some(({ name }) => name === 'load_module' || name === 'include')
}

/** Judges each directive of a level by itself, and those that stand there twice and may only once. */
function checkLevel(level: Level, tree: NginxTree, judging: Judging): void {
  const { reject } = judging
  const isOutermost = !level.parent
  const before = isOutermost && level.context === 'http' ? (tree.stock?.sets ?? []) : []
  const seen = new Map<string, NginxDirective>()
  for (const directive of level.directives) {
    const form = checkUsage(directive, level, judging)
    if (!form?.once) continue
    const { name, at } = directive
    const first = seen.get(name)
    if (first) {
      const message = `${name} stands twice in ${contextName(level.context)}`
      reject({ kind: 'duplicate', at, message, other: { at: first.at, message: 'the first is here' } })
    } else if (before.includes(name)) {
      const message = `${name} stands twice in http: the image's own ${tree.stock?.main} sets it, and includes this file`
      const fix = `Set it in a \`server\` block, or mount a main file of your own over ${tree.stock?.main}.`
      reject({ kind: 'duplicate', at, message, fix })
    }
    seen.set(name, directive)
  }
}

function sorted(found: readonly Rejection[], { files }: NginxTree): readonly Rejection[] {
  const order = new Map(files.map(({ path }, index) => [path, index]))
  const place = ({ at }: Rejection) => order.get(at.path) ?? files.length
  return found.toSorted((one, other) => place(one) - place(other) || one.at.start - other.at.start)
}
