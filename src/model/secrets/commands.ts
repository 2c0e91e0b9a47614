import { secretsInWords } from '../../knowledge/command-secrets.js'
import type { DockerfileCommand } from '../../parse/dockerfile.js'
import type { VariableUse } from '../../parse/node.js'
import { parseShell } from '../../parse/shell.js'
import type { Span } from '../../source.js'
import { shellText } from '../start.js'
import type { HealthCheck, Workload } from '../system.js'
import type { WrittenWord } from '../written-words.js'
import { defaultsIn, passwordInUrl, type SecretText, secretIn } from './judge.js'
import type { WrittenSecret } from './written-secrets.js'

/** Words that one program is started with, and where they stand. */
interface Command {
  readonly words: readonly WrittenWord[]
}

/** What is written in the command and the health checks of a workload, in its deployment files or its Dockerfile. */
export function commandSecrets(workload: Workload): readonly WrittenSecret[] {
  const found = [...startCommands(workload), ...workload.health.checks.flatMap(checkCommands)].flatMap(secretsOf)
  const seen = new Map<string, WrittenSecret>()
  for (const secret of found) {
    // The same password in a command and in its health check is one finding, where it is set first.
    const key = `${secret.kind}\n${secret.value}`
    if (!seen.has(key)) seen.set(key, { ...secret, subject: workload })
  }
  return [...seen.values()]
}

function startCommands({ start, image }: Workload): readonly Command[] {
  if (start?.written) return shellCommands(start.written)
  if (start?.source !== 'dockerfile') return []
  const { entrypoint, command } = image?.dockerfile ?? {}
  return [entrypoint, command].flatMap(one => (one ? dockerfileCommands(one) : []))
}

function dockerfileCommands({ argv, text, at }: DockerfileCommand): readonly Command[] {
  return argv ? wordsAt(argv, at) : scriptCommands([{ text, uses: [], at }])
}

function checkCommands(check: HealthCheck): readonly Command[] {
  const [first, ...rest] = check.written ?? []
  if (first?.text === 'CMD') return shellCommands(rest)
  if (first) return scriptCommands(first.text === 'CMD-SHELL' ? rest : [first, ...rest])
  if (check.argv) return wordsAt(check.argv, check.at)
  return check.script ? scriptCommands([{ text: check.script.text, uses: [], at: check.at }]) : []
}

function wordsAt(argv: readonly (string | null)[], at: Span): readonly Command[] {
  return shellCommands(argv.map(word => ({ text: word ?? '', uses: [], at })))
}

/** The words themselves, or the commands of the text that `sh -c` is given. */
function shellCommands(words: readonly WrittenWord[]): readonly Command[] {
  const scriptAt = (at: number) => shellText(words.slice(at, at + MOST_SHELL_OPTIONS).map(word => word.text))
  const start = words.findIndex((_, at) => scriptAt(at) !== undefined)
  if (start === -1) return [{ words }]
  const script = scriptAt(start)
  return scriptCommands(words.slice(start).filter(word => word.text === script))
}

function scriptCommands(texts: readonly WrittenWord[]): readonly Command[] {
  return texts.flatMap(({ text, uses, at }) =>
    parseShell(text, at).commands.map(command => ({
      words: [...command.assignments, ...command.words].map(word => ({ text: word, uses, at })),
    })),
  )
}

/** A shell, its options, and the text. */
const MOST_SHELL_OPTIONS = 10

type Found = Omit<WrittenSecret, 'subject'>

/** More words than any command has that a person wrote. */
const MOST_WORDS = 2_000

function secretsOf(command: Command): readonly Found[] {
  const words = command.words.slice(0, MOST_WORDS)
  const named = secretsInWords(words.map(word => word.text)).flatMap(({ name, value }): readonly Found[] => {
    const word = words.find(one => one.text.includes(value))
    if (!word) return []
    const found = [...defaultsIn(name, value, word.uses, true), ...kindOf(secretIn(name, value, true))]
    return found.map(secret => ({ ...secret, at: word.at }))
  })
  const addresses = words.flatMap(({ text, uses, at }): readonly Found[] => {
    const password = passwordInUrl(text)
    const defaults = text.includes('://') ? defaultsIn('the connection string', text, usesIn(text, uses)) : []
    const written = password === undefined ? [] : [addressOf(password)]
    return [...defaults, ...written].map(secret => ({ ...secret, at }))
  })
  return [...named, ...addresses]
}

function usesIn(text: string, uses: readonly VariableUse[]): readonly VariableUse[] {
  return uses.filter(use => text.includes(`\${${use.name}`))
}

function kindOf(secret: SecretText | undefined): readonly (Omit<SecretText, 'kind'> & Pick<WrittenSecret, 'kind'>)[] {
  if (!secret || secret.kind === 'url') return []
  return [{ ...secret, kind: 'argument' }]
}

function addressOf(password: string): Omit<Found, 'at'> {
  return { kind: 'url', name: 'the connection string', value: password, placeholder: false, signing: false }
}
