import { definitionOf, externalName } from '../../code/definitions.js'
import { indexOf } from '../../code/file-index.js'
import type { Program } from '../../code/program.js'
import type { CodeFile } from '../../code/syntax.js'
import { pathOf, walk } from '../../code/walk.js'
import type { Span } from '../../source.js'

/** Work that a service starts by the clock. */
export interface Schedule {
  /** `@nestjs/schedule`, `node-cron` … */
  readonly library: string
  /**
   * What keeps the instances from doing it all at once: `lock`: code for that, wherever it stands · `unknown`: a variable of
   * the environment may choose the instance · `none`.
   */
  readonly guard: 'lock' | 'unknown' | 'none'
  readonly at: Span
}

/** By what is called. Intervals are left out: what recurs every few seconds is mostly about the process itself. */
const SCHEDULES =
  /^(?:@nestjs\/schedule\.Cron|node-cron\.schedule|cron\.CronJob(?:\.from)?|node-schedule\.scheduleJob|croner\.Cron|apscheduler\.(?:schedulers\.\w+\.)?\w+Scheduler)$/
const PACKAGES = /^(?:@nestjs\/schedule|node-cron|cron|node-schedule|croner|apscheduler(?:\..+)?)$/

/** What a service in TypeScript, JavaScript or Python starts by the clock. */
export function schedulesOf(program: Program, code: readonly CodeFile[]): readonly Schedule[] {
  const found = code.flatMap(file => {
    if (!file.imports.some(one => !one.typeOnly && PACKAGES.test(one.from))) return []
    return indexOf(file).calls.flatMap(call => {
      const name = externalName(definitionOf(program, { file, node: call.callee }))
      if (name === undefined || !SCHEDULES.test(name)) return []
      const library = name.startsWith('apscheduler') ? 'APScheduler' : name.replace(/(?<=\w)\.\w+(?:\.from)?$/, '')
      return [{ library, at: { path: file.path, start: call.start, end: call.end } }]
    })
  })
  // Nothing runs what the decorators ask for without the module.
  const running = found.filter(({ library }) => library !== '@nestjs/schedule' || hasScheduler(code))
  if (running.length === 0) return []
  const guard = guardIn(code)
  return running.map(one => ({ ...one, guard }))
}

function hasScheduler(code: readonly CodeFile[]): boolean {
  return code.some(file =>
    indexOf(file)
      .callsByName.get('forRoot')
      ?.some(call => pathOf(call.callee)?.join('.').endsWith('ScheduleModule.forRoot')),
  )
}

const LOCK_PACKAGES =
  /redlock|(?:^|[-_/])(?:locks?|mutex|leader|election)(?:$|[-_/])|^(?:pg-boss|agenda|sherlock|kazoo|pottery)$/i
const LOCK_NAMES = /lock(?!ed$|out|chain|s?ed)|leader|mutex|acquire|setnx/i
const LOCK_TEXTS = /pg_(?:try_)?advisory|\bGET_LOCK\s*\(|skip\s+locked|^NX$/i
const CHOOSING = /CRON|SCHEDUL|JOB|WORKER|PRIMARY|LEADER|INSTANCE|POD_NAME|HOSTNAME|ROLE/

/** Whether any code of the service takes a lock, or asks the environment which instance it is. */
function guardIn(code: readonly CodeFile[]): Schedule['guard'] {
  if (code.some(file => file.imports.some(one => LOCK_PACKAGES.test(one.from)))) return 'lock'
  let guard = 'none' as Schedule['guard']
  for (const file of code) {
    walk(file.body, node => {
      if (node.kind === 'call' && LOCK_NAMES.test(pathOf(node.callee)?.at(-1) ?? '')) guard = 'lock'
      if (node.kind === 'keyword' && node.name === 'nx') guard = 'lock'
      if (node.kind === 'entry' && node.key === 'NX') guard = 'lock'
      const texts =
        node.kind === 'literal'
          ? [node.value]
          : node.kind === 'template'
            ? node.parts.filter(one => typeof one === 'string')
            : []
      for (const text of texts) {
        if (typeof text !== 'string') continue
        if (LOCK_TEXTS.test(text)) guard = 'lock'
        else if (/^[A-Z][A-Z0-9_]+$/.test(text) && CHOOSING.test(text) && guard === 'none') guard = 'unknown'
      }
      if (
        node.kind === 'member' &&
        /^[A-Z][A-Z0-9_]+$/.test(node.property) &&
        CHOOSING.test(node.property) &&
        guard === 'none'
      )
        guard = 'unknown'
      return guard !== 'lock'
    })
    if (guard === 'lock') return guard
  }
  return guard
}
