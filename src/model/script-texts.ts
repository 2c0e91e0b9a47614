import { child, type Node, textOf } from '../parse/node.js'
import { parseShell, parseShellFile, type ShellOptions, type ShellScript } from '../parse/shell.js'
import { parseYaml } from '../parse/yaml.js'
import type { Source } from '../source.js'
import type { RepositoryFile } from '../tree.js'
import { entriesOf, itemsOf } from './read-node.js'

/** A piece of shell in a file of any format. */
export interface ScriptText {
  readonly script: ShellScript
  /** The target, script or job that it belongs to. */
  readonly name?: string
  /** The file itself says when it runs: a crontab, a scheduled pipeline. */
  readonly scheduled: boolean
}

/** Formats whose texts hold shell. */
const FORMATS: ReadonlySet<string> = new Set(['shell', 'makefile', 'package-json', 'ci', 'crontab'])

/** Whether a file may hold shell that people or timers run. Units of systemd do, by their name. */
export function holdsScripts({ format, path }: RepositoryFile): boolean {
  return FORMATS.has(format) || /\.service$/.test(path)
}

/** The shell texts of a file: the script, recipes by target, steps by job, lines of a crontab. */
export function scriptTexts(source: Source, { format, path }: RepositoryFile): readonly ScriptText[] {
  if (/\.service$/.test(path)) return unitTexts(source)
  switch (format) {
    case 'shell':
      return [{ script: parseShellFile(source), scheduled: false }]
    case 'makefile':
      return recipes(source)
    case 'package-json':
      return packageScripts(source)
    case 'crontab':
      return crontabLines(source)
    case 'ci':
      return pipelineSteps(source)
    default:
      return []
  }
}

function textAt(source: Source, start: number, end: number, options?: ShellOptions): ShellScript {
  return parseShell(source.text.slice(start, end), { path: source.path, start, end }, options)
}

/** Make runs each line in a shell of its own, and stops at the first that fails. */
function recipes(source: Source): readonly ScriptText[] {
  const found: ScriptText[] = []
  let name: string | undefined
  for (const { 0: line, index } of source.text.matchAll(/^.*(?:\\\r?\n.*)*$/gm)) {
    const target = /^([\w./%-]+)(?:\s+[\w./%-]+)*\s*:(?!=)/.exec(line)?.[1]
    if (target !== undefined) name = target
    else if (name !== undefined && /^\t|^ {2,}\S/.test(line)) {
      const lead = /^\s*[@+-]*\s*/.exec(line)?.[0].length ?? 0
      const text = line.slice(lead).replaceAll('$$', ' $')
      const at = { path: source.path, start: index + lead, end: index + line.length }
      if (text.trim() !== '')
        found.push({ script: parseShell(text, at, { exitOnError: true }), name, scheduled: false })
    } else if (/^\S/.test(line) && !line.startsWith('#')) name = undefined
  }
  return found
}

function packageScripts(source: Source): readonly ScriptText[] {
  const opening = /"scripts"\s*:\s*\{/.exec(source.text)
  if (!opening) return []
  const entry = /\s*"([^"\\]{1,200})"\s*:\s*"((?:[^"\\]|\\.)*)"\s*,?/y
  const found: ScriptText[] = []
  entry.lastIndex = opening.index + opening[0].length
  for (let match = entry.exec(source.text); match; match = entry.exec(source.text)) {
    const [whole, name = '', text = ''] = match
    const start = match.index + whole.lastIndexOf(text)
    const at = { path: source.path, start, end: start + text.length }
    found.push({ script: parseShell(text.replace(/\\(["\\/])/g, '$1'), at), name, scheduled: false })
  }
  return found
}

/** Five fields or `@daily`; in the crontab of the system also a user (crontab(5)). */
const CRON_LINE =
  /^[ \t]*(?:@\w+|(?:[\d*][\d*,/-]*|[A-Za-z]{3})(?:[ \t]+(?:[\d*][\d*,/-]*|[A-Za-z]{3}(?:-[A-Za-z]{3})?)){4})[ \t]+/

function crontabLines(source: Source): readonly ScriptText[] {
  const found: ScriptText[] = []
  for (const { 0: line, index } of source.text.matchAll(/^.*$/gm)) {
    const time = CRON_LINE.exec(line)?.[0]
    if (time === undefined || line.trimStart().startsWith('#')) continue
    const user = /(?:^|\/)(?:cron\.d\/|crontab$)/.test(source.path) ? userIn(line.slice(time.length)) : ''
    found.push({ script: textAt(source, index + time.length + user.length, index + line.length), scheduled: true })
  }
  return found
}

/** Programs that a line begins with where a file called crontab is that of one user. */
const PROGRAMS =
  /^(?:ba|da|z)?sh\b|^(?:aws|borg|cd|certbot|curl|date|docker(?:-compose)?|echo|env|find|flock|i?onice|kubectl|make|mariadb-dump|mongodump|mysqldump|nice|node|np[mx]|perl|pg_dump(?:all)?|php|podman|psql|python3?|rclone|redis-cli|restic|rsync|ruby|sudo|tar|test|timeout|wget)[ \t]/

function userIn(rest: string): string {
  return PROGRAMS.test(rest) ? '' : (/^(?:root|[a-z_][a-z0-9_-]*)[ \t]+(?=[./A-Za-z])/.exec(rest)?.[0] ?? '')
}

/** `ExecStart=` of a unit; its timer says when. */
function unitTexts(source: Source): readonly ScriptText[] {
  return [...source.text.matchAll(/^ExecStart(?:Pre|Post)?=[-@:+!]*(.*)$/gm)].map(match => {
    const start = match.index + match[0].length - (match[1] ?? '').length
    return { script: textAt(source, start, start + (match[1] ?? '').length), scheduled: false }
  })
}

/** Keys below which pipelines have shell: https://docs.github.com/en/actions, https://docs.gitlab.com/ci/yaml/, and their kind. */
const STEP_KEYS = new Set(['run', 'script', 'before_script', 'after_script', 'bash', 'command', 'commands', 'sh'])
const DEEPEST = 12
const MOST_STEPS = 2_000

/** Steps stop at the first command that fails; GitHub's unless they say `shell: bash` without an eye on pipes. */
function pipelineSteps(source: Source): readonly ScriptText[] {
  const { documents } = parseYaml(source)
  const github = /(?:^|\/)\.(?:github|gitea|forgejo)\//.test(source.path)
  const scheduled = /^[ \t"']*schedule["']?:|\bschedules?\b/m.test(source.text)
  const found: ScriptText[] = []
  const visit = (node: Node | undefined, name: string | undefined, depth: number): void => {
    if (!node || depth > DEEPEST || found.length > MOST_STEPS) return
    if (node.kind === 'list') for (const item of node.items) visit(item, name, depth + 1)
    for (const [key, value] of entriesOf(node)) {
      if (!STEP_KEYS.has(key)) {
        visit(value, depth <= 1 || name === undefined || name === 'jobs' ? key : name, depth + 1)
        continue
      }
      const pipefail = !github || /bash/.test(textOf(child(node, 'shell')) ?? '')
      for (const one of value.kind === 'list' ? itemsOf(value) : [value]) {
        const text = textOf(one)
        if (text === undefined) visit(one, name, depth + 1)
        else {
          const script = parseShell(text, one.at, { exitOnError: true, pipefail })
          found.push({ script, ...(name === undefined ? {} : { name }), scheduled })
        }
      }
    }
  }
  for (const { root } of documents) visit(root, undefined, 0)
  return found
}
