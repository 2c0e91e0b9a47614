import { parseShellFile, type ShellCommand, type ShellScript } from '../parse/shell.js'
import { knownValue, type Span } from '../source.js'
import type { Tree } from '../tree.js'
import { containerFilesOf } from './container-files.js'
import { imageTools } from './image/tools.js'
import { scriptsRunBy } from './run-scripts.js'
import type { Workload } from './system.js'

/** A loop at the start of a container that asks whether something answers, with a program. */
export interface StartWait {
  readonly workload: Workload
  readonly program: string
  /** Whether the image has the program; undefined: not known. */
  readonly has: boolean | undefined
  /** The image in words. */
  readonly image: string
  readonly at: Span
}

/** Programs that people ask with. What else a loop may run is rarely there to wait. */
const ASKS =
  /^(?:nc|ncat|netcat|telnet|pg_isready|psql|mysql|mysqladmin|mariadb|mariadb-admin|redis-cli|valkey-cli|mongosh|mongo|rabbitmqctl|rabbitmq-diagnostics|curl|wget|dig|nslookup|host|ping|nmap)$/
const MOST_SCRIPT = 100_000

/**
 * The loops of start scripts that go on until a program says yes: `until nc -z db 5432`, `while ! pg_isready`. A program that
 * is not there never says it. Loops that give up by themselves, that look for the program first, or that a condition leads
 * to are left out.
 */
export function startWaits(workloads: readonly Workload[], tree: Tree): readonly StartWait[] {
  return workloads.flatMap(workload => {
    if (workload.platform === 'pm2' || !workload.image) return []
    const all = startScripts(workload, tree)
    const scripts = all.filter(({ text }) => /\b(?:until|while)\b/.test(text))
    if (scripts.length === 0) return []
    const tools = imageTools(workload.image, all)
    return scripts.flatMap(script =>
      waitsIn(script, workload).map(
        ({ program, command }): StartWait => ({
          workload,
          program,
          has: tools.has(program),
          image: tools.name,
          at: spanOf(script, command),
        }),
      ),
    )
  })
}

/** The scripts that its command names, wherever mounts and the Dockerfile bring them from. */
function startScripts(workload: Workload, tree: Tree): readonly ShellScript[] {
  const run = scriptsRunBy(workload, tree)
  const files = containerFilesOf(workload, tree)
  const seen = new Set(run.map(({ at }) => at.path))
  const copied = (workload.start?.argv ?? []).flatMap(word => {
    const found = word?.startsWith('/') ? files.find(word) : undefined
    const source = found?.state === 'file' ? found.file.source : undefined
    const isShell = source && (/\.(?:sh|bash)$/.test(word ?? '') || /^#!.*\b(?:ba|da|a)?sh\b/.test(source.text))
    if (!source || !isShell || seen.has(source.path)) return []
    return [parseShellFile(source)]
  })
  return [...run, ...copied]
}

interface Asking {
  readonly program: string
  readonly command: ShellCommand
}

function waitsIn(script: ShellScript, workload: Workload): readonly Asking[] {
  const { text, commands } = script
  if (text.length > MOST_SCRIPT) return []
  const sought = new Set([...text.matchAll(LOOKS_FOR)].map(([, program]) => program))
  return commands.flatMap((command, index): readonly Asking[] => {
    const [program = ''] = command.words
    const isCondition = command.inside.includes('condition') && command.inside.at(-1) === 'condition'
    if (!ASKS.test(program) || !isCondition || !isEntered(index, script, workload)) return []
    // What follows decides as well: `nc … || true`, `curl … | grep`.
    if (command.followed === '||' || command.joined === '||' || command.joined === '&&') return []
    if (!/\b(?:until|while\s+!)\s+$/.test(text.slice(Math.max(0, command.start - 40), command.start))) return []
    if (sought.has(program) || givesUp(commands, index + 1)) return []
    return [{ program, command }]
  })
}

/** Whether the script comes by: there is no condition, or one on a variable that the deployment sets so. */
function isEntered(index: number, { commands, text }: ShellScript, { environment }: Workload): boolean {
  const inside = commands[index]?.inside ?? []
  const branches = inside.filter(one => one === 'branch').length
  if (branches === 0) return true
  const before = commands.slice(0, index)
  const asked = before.findLast(one => one.inside.at(-1) === 'condition' && !one.inside.includes('loop'))
  if (!asked || branches > 1 || /\b(?:else|elif|fi|case)\b|;;/.test(text.slice(asked.end, commands[index]?.start)))
    return false
  const words = asked.words.filter(word => !/^(?:\[\[?|\]\]?|test)$/.test(word))
  const valueOfWord = (word: string | undefined) => {
    const name = /^\$\{?(\w+)\}?$/.exec(word ?? '')?.[1]
    return name === undefined ? undefined : knownValue(environment.get(name)?.value)
  }
  if (asked.followed !== ';' && asked.followed !== 'end') return false
  if (words.length === 2 && words[0] === '-n') return (valueOfWord(words[1]) ?? '') !== ''
  return words.length === 3 && /^==?$/.test(words[1] ?? '') && valueOfWord(words[0]) === words[2]
}

/** What a script looks for before it runs it: `command -v nc`, `which nc`. */
const LOOKS_FOR = /(?:command\s+-v|which|type|hash)\s+(?:-\w+\s+)?([\w.+-]+)/g

/** Whether the loop leaves by itself and goes on. */
function givesUp(commands: readonly ShellCommand[], from: number): boolean {
  for (let index = from; index < commands.length; index++) {
    const { inside = [], words = [] } = commands[index] ?? {}
    if (!inside.includes('loop')) return false
    if (words[0] === 'break' || words[0] === 'return') return true
  }
  return false
}

function spanOf({ at, text }: ShellScript, { start, end }: ShellCommand): Span {
  // A script of its own keeps its places; a text within another file is pointed at as a whole.
  return at.end - at.start === text.length ? { path: at.path, start: at.start + start, end: at.start + end } : at
}
