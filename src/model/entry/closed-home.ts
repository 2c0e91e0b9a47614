import { programOf, splitWords } from '../../parse/shell.js'
import type { Span } from '../../source.js'
import { copyOf } from '../image/build-steps.js'
import type { Workload } from '../system.js'

/** A program that lies in the home of root, and a user who may not enter that. */
export interface ClosedHome {
  readonly program: string
  readonly user: string
  /** Where the program is copied to. */
  readonly copiedAt: Span
  readonly at: Span
}

/** What `pip install --user` puts into `~/.local/bin`, and no base image has. */
const INSTALLED = /^(?:gunicorn|uvicorn|hypercorn|granian|daphne|celery|flask|fastapi|streamlit|dramatiq|rq|arq)$/
const ROOT = /^(?:root|0+)(?:$|:)/
/** Brings programs by another way. */
const INSTALLS = /\b(?:pip3?|pipx|uv|poetry|pipenv|conda|apt-get|apt|apk)\b[^\n&|;]*\b(?:install|add|sync)\b/

/**
 * The program of a container that is installed for root (`pip install --user`, copied to `/root/.local`) and started by somebody
 * else: `/root` has the mode 0700 in the images of Debian, Ubuntu and Alpine. Undefined where anything else may bring it.
 */
export function closedHome(workload: Workload): ClosedHome | undefined {
  const { image, start, privileges } = workload
  const dockerfile = image?.dockerfile
  const user = privileges.user ?? dockerfile?.user
  if (!dockerfile || !start || !user?.known || ROOT.test(user.value.trim()) || user.value.includes('$'))
    return undefined
  const program = startedProgram(workload)
  if (program === undefined || !INSTALLED.test(program)) return undefined
  const { instructions } = dockerfile
  const path = instructions.some(
    ({ keyword, text }) => keyword === 'ENV' && /\bPATH\b.*\/root\/\.local\/bin/.test(text),
  )
  const copies = instructions.flatMap(one => copyOf(one) ?? [])
  const own = copies.find(({ from, target }) => from && /^\/root\/(?:\.local\/?)?$/.test(target))
  if (!path || !own || copies.some(one => one !== own && mayBring(one.target))) return undefined
  const runs = instructions.filter(({ keyword }) => keyword === 'RUN')
  if (runs.some(({ text }) => text.includes('/root') || (INSTALLS.test(text) && mentions(text, program))))
    return undefined
  return { program, user: user.value, copiedAt: own.instruction.at, at: start.at }
}

/** Folders that are on the path by themselves, or an environment of Python. */
function mayBring(target: string): boolean {
  return /^\/(?:usr|opt|bin|venv|home)(?:\/|$)|site-packages|\.venv|\$/.test(target)
}

/** Every package of a list in a file may be the one. */
function mentions(text: string, program: string): boolean {
  return !/\b(?:apt-get|apt|apk)\b/.test(text) || text.includes(program)
}

/** `gunicorn` of `["gunicorn", …]`, of `exec gunicorn …` and of `sh -c "gunicorn …"`. */
function startedProgram({ start }: Workload): string | undefined {
  if (!start) return undefined
  const commands = start.script?.commands
  if (commands) return commands.length === 1 ? programOf(commands[0]?.words ?? []) : undefined
  const words = start.argv.flatMap(word => word ?? [])
  const inner =
    /^(?:\/bin\/)?(?:ba|da|a)?sh$/.test(words[0] ?? '') && words[1] === '-c' ? splitWords(words[2] ?? '') : words
  return inner && !inner[0]?.includes('/') ? programOf(inner) : undefined
}
