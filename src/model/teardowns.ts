import { parseShell, programOf, type ShellCommand, splitWords, unwrapCommand } from '../parse/shell.js'
import { directoryOf, fileName } from '../paths.js'
import type { Source } from '../source.js'
import type { Tree } from '../tree.js'
import { namesAround } from './command-context.js'
import { holdsScripts, type ScriptText, scriptTexts } from './script-texts.js'
import { expand, scriptVariables } from './script-variables.js'
import type { Teardown } from './system.js'

/** A cheap look before a text is parsed. */
const MENTION =
  /\bdown\b[^\n]{0,200}\s(?:-\w{0,9}v|--volumes)|\bvolumes?\s+(?:rm|remove|prune)\b|\bdelete\s+[^\n]{0,200}\b(?:pvc|persistentvolumeclaims?|ns|namespaces?)\b/
/** Somebody is asked first. */
const ASKS = /\bread\s+-\w*p|\bconfirm\b|are you sure|\[y\/N\]|whiptail|dialog\s+--yesno/i

/**
 * The commands of scripts, Makefiles and package.json that delete volumes or claims, with the names that they stand under.
 * Pipelines are left aside: what they start is thrown away on purpose.
 */
export function teardownsOf(tree: Tree): readonly Teardown[] {
  return tree.files.flatMap(file => {
    if (!holdsScripts(file) || file.format === 'ci') return []
    const source = tree.read(file.path)
    if (!source || !MENTION.test(source.text)) return []
    const variables = scriptVariables(source.text.split(/\r?\n/).slice(0, MOST_LINES), false)
    return scriptTexts(source, file).flatMap(text =>
      ASKS.test(text.script.text)
        ? []
        : teardownsIn({ text, source, fill: word => expand(word, variables)[0] ?? word }),
    )
  })
}

const MOST_LINES = 5_000

interface Place {
  readonly text: ScriptText
  readonly source: Source
  readonly fill: (word: string) => string
}

function teardownsIn({ text, source, fill }: Place): readonly Teardown[] {
  const { script, name } = text
  const { path } = script.at
  return script.commands.flatMap(command => {
    const words = wordsOf(command, fill)
    const found = deletedBy(words) ?? deletedElsewhere(words)
    if (!found) return []
    const start = script.at.start + command.start
    // The text of a script of package.json is read before it is cut into commands.
    const verbatim = source.text.startsWith(command.words[0] ?? '', start)
    const at = verbatim ? { path, start, end: script.at.start + command.end } : script.at
    const names = name === undefined ? namesOf(source, start) : [name]
    return names
      ? [{ text: words.join(' '), ...found, names: [...names, fileName(path)], directory: directoryOf(path), at }]
      : []
  })
}

/** The function, case or script that a line of a shell script stands in; undefined inside an `if`, which asks for it. */
function namesOf({ text }: Source, start: number): readonly string[] | undefined {
  const lines = text.slice(0, start).split('\n')
  const indent = (line: string) => line.search(/\S/)
  let own = indent(`${lines.at(-1)}x`)
  for (const line of lines.slice(0, -1).reverse().slice(0, MOST_LINES_ABOVE)) {
    const at = indent(line)
    if (at === -1 || at >= own) continue
    if (/^\s*(?:el)?if\b|^\s*else\b/.test(line)) return undefined
    own = at
  }
  return namesAround(text.split('\n'), lines.length - 1)
}

const MOST_LINES_ABOVE = 100

/** With variables filled in, `$(COMPOSE_PROD)` as the words that it stands for. */
function wordsOf({ words: [first = '', ...rest] }: ShellCommand, fill: (word: string) => string): readonly string[] {
  const program = fill(first)
  return [...(splitWords(program) ?? [program]), ...rest.map(fill)]
}

type Deleted = Pick<Teardown, 'deletes' | 'files' | 'named'>

function deletedBy(words: readonly string[]): Deleted | undefined {
  const program = programOf(words)
  const plain = unwrapCommand(words)
  if (program === 'docker-compose' || program === 'podman-compose') return composeDown(plain.slice(1))
  if (program === 'kubectl' || program === 'oc') return kubernetesDelete(plain.slice(1))
  if (program !== 'docker' && program !== 'podman' && program !== 'nerdctl') return undefined
  if (plain[1] === 'compose') return composeDown(plain.slice(2))
  return plain[1] === 'volume' ? volumeRemoval(plain.slice(2)) : undefined
}

/** `ssh deploy@erp 'cd /opt/erp && docker compose down -v'`: a text for the shell at the other end. */
function deletedElsewhere(words: readonly string[]): (Deleted & Pick<Teardown, 'text'>) | undefined {
  if (programOf(words) !== 'ssh') return undefined
  for (const word of words) {
    if (!MENTION.test(word)) continue
    for (const command of parseShell(word, { path: '', start: 0, end: 0 }).commands) {
      const found = deletedBy(command.words)
      if (found) return { ...found, text: command.words.join(' ') }
    }
  }
  return undefined
}

/** https://docs.docker.com/reference/cli/docker/compose/down/: with -v the volumes that the files declare go, too. */
function composeDown(words: readonly string[]): Deleted | undefined {
  const files: string[] = []
  let at = 0
  for (; at < words.length; at++) {
    const word = words[at] ?? ''
    const [, name = word, inline] = /^(--[\w-]+)=(.*)$/.exec(word) ?? []
    if (name === '-f' || name === '--file') files.push(inline ?? words[++at] ?? '')
    else if (
      /^(?:-p|--project-name|--env-file|--profile|--project-directory|--ansi|--progress|--parallel)$/.test(name)
    ) {
      const value = inline ?? words[++at] ?? ''
      // A project of its own beside the one that runs.
      if ((name === '-p' || name === '--project-name') && /test|ci|e2e|dev|tmp/i.test(value)) return undefined
    } else if (!word.startsWith('-')) break
  }
  if (words[at] !== 'down') return undefined
  const deletes = words.slice(at + 1).some(word => word === '--volumes' || /^-[a-z]*v[a-z]*$/.test(word))
  return deletes ? { deletes: 'volumes', files, named: [] } : undefined
}

/** `prune` without --all takes only volumes without a name (Docker 23 and later). */
function volumeRemoval([action, ...words]: readonly string[]): Deleted | undefined {
  if (action === 'prune')
    return words.some(word => word === '--all' || /^-[a-z]*a/.test(word))
      ? { deletes: 'volumes', files: [], named: ['*'] }
      : undefined
  if (action !== 'rm' && action !== 'remove') return undefined
  const named = words.filter(word => !word.startsWith('-'))
  return named.length > 0 ? { deletes: 'volumes', files: [], named } : undefined
}

function kubernetesDelete(words: readonly string[]): Deleted | undefined {
  const plain = words.filter(
    (word, at) =>
      !/^(?:-n|--namespace|-l|--selector|--context)$/.test(words[at - 1] ?? '') &&
      (!word.startsWith('-') || word === '--all'),
  )
  const [action, kind = '', ...rest] = plain
  const [resource = '', inline] = kind.split('/')
  const named = inline === undefined ? rest : [inline]
  if (action !== 'delete') return undefined
  if (/^(?:pvcs?|persistentvolumeclaims?)$/.test(resource)) return { deletes: 'claims', files: [], named }
  return /^(?:ns|namespaces?)$/.test(resource) ? { deletes: 'namespace', files: [], named } : undefined
}
