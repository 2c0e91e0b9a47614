import { standsAside } from '../../code/paths.js'
import { fileName } from '../../paths.js'
import type { Source } from '../../source.js'
import type { Tree } from '../../tree.js'
import { imageTools } from '../image/tools.js'
import type { Backup, Workload } from '../system.js'
import { coveredBy, DUMP_TOOLS, mentionsDump } from './dumps.js'

/** How code starts another program. */
const STARTS =
  /\b(?:subprocess|os\.system|os\.popen|asyncio\.create_subprocess|child_process|execa|execSync|spawnSync|exec\.Command)\b/
/** A part of each of these words: a text is looked through for them first, which takes a tenth of the time of the pattern. */
const PARTS = ['subprocess', 'os.', 'child_process', 'exec', 'spawnSync']

/** The parts first: most files hold none of them. */
function startsPrograms(text: string): boolean {
  return PARTS.some(part => text.includes(part)) && STARTS.test(text)
}

/** How code runs something again and again: Celery's beat, APScheduler, schedule, node-cron, NestJS, Go's cron. */
const TIMES =
  /\bcrontab\(|beat_schedule|BEAT_SCHEDULE|\badd_job\(|scheduled_job\(|periodic_task|schedule\.every\(|CronTrigger|cron\.schedule\(|scheduleJob\(|@Cron\(|new CronJob\(|\.AddFunc\(/
/** Names that tell nothing of what is meant. */
const PLAIN =
  /^(?:handle|run|main|execute|perform|start|job|task|tasks|utils?|helpers?|index|app|services?|commands?|cli|__init__|views?|routes?)$/i

/** Programs of the repository that call a tool which copies data: tasks, management commands, services. */
export function codeBackups(tree: Tree, workloads: readonly Workload[]): readonly Backup[] {
  const sources = tree.files.flatMap(({ path, format }) => {
    if (format !== 'source' || standsAside(path)) return []
    const source = tree.read(path)
    return source ? [source] : []
  })
  return sources.flatMap(source => {
    if (!startsPrograms(source.text) || !mentionsDump(source.text)) return []
    const call = callOf(source)
    if (!call) return []
    const { tool, at } = call
    const runners = runnersOf(source, workloads)
    const [first] = runners
    const isMissing = first && runners.every(({ image }) => imageTools(image).has(tool) === false)
    return [
      {
        covers: coveredBy(tool),
        tool,
        ...(first && { workload: first }),
        destination: 'unknown',
        scheduled: isTimed(source, at.start, sources),
        missingTools: isMissing ? [{ tool, at }] : [],
        at,
      },
    ]
  })
}

/** The first tool that stands at the beginning of a text, as a word of a command or as a command. */
function callOf({ path, text }: Source): { readonly tool: string; readonly at: Backup['at'] } | undefined {
  const pattern = new RegExp(`(["'\`])(?:/usr/(?:local/)?bin/)?(${DUMP_TOOLS.join('|')})(?=["'\`\\s])`, 'g')
  for (const match of text.matchAll(pattern)) {
    const [whole, , tool = ''] = match
    const start = match.index + whole.length - tool.length
    // In a docstring or a comment it is spoken of.
    const line = text.slice(text.lastIndexOf('\n', start) + 1, start)
    if (!/^\s*(?:#|\/\/|\*)/.test(line)) return { tool, at: { path, start, end: start + tool.length } }
  }
  return undefined
}

/** A task of Celery: its workers run it, though the image of the server holds it as well. */
const TASK = /^[ \t]*@(?:shared_task|(?:\w+\.){1,3}task)\b/m

function runnersOf(source: Source, workloads: readonly Workload[]): readonly Workload[] {
  const holding = workloads.filter(workload => workload.longRunning && holds(workload, source.path))
  const workers = TASK.test(source.text) ? holding.filter(({ processes }) => processes?.server === 'celery') : []
  return workers.length > 0 ? workers : holding
}

function holds({ image }: Workload, path: string): boolean {
  const context = image?.context
  if (!image?.dockerfile || !context?.present) return false
  const inner =
    context.path === '.' ? path : path.startsWith(`${context.path}/`) ? path.slice(context.path.length + 1) : undefined
  return inner !== undefined && context.exists(inner) && !context.leavesOut(inner)
}

/** Whether the function around a call, or its file, is named where the repository says when things run. */
function isTimed(source: Source, at: number, sources: readonly Source[]): boolean {
  if (TIMES.test(source.text)) return true
  const above = [...source.text.slice(0, at).matchAll(/\b(?:def|function|func)\s+(?:\([^)]*\)\s*)?(\w+)\s*\(/g)].at(
    -1,
  )?.[1]
  const names = [above, fileName(source.path).replace(/\.\w+$/, '')].filter(
    (name): name is string => name !== undefined && name.length > 3 && !PLAIN.test(name),
  )
  const patterns = names.map(name => new RegExp(`(?<!\\w)${name.replace(/\W/g, '\\$&')}(?!\\w)`))
  return sources.some(({ text }) => TIMES.test(text) && patterns.some(pattern => pattern.test(text)))
}
