import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'

/** What went wrong, coarse enough that two programs with different words can agree on it. */
const categories = [
  'syntax',
  'interpolation',
  'required',
  'dotenv',
  'type',
  'undefined',
  'conflict',
  'cycle',
  'incomplete',
  'missing-file',
] as const

export type Category = (typeof categories)[number]

/** One Compose project, and whether Compose takes it. */
export interface Case {
  readonly name: string
  /** File texts by path from the root of the case. */
  readonly files: ReadonlyMap<string, string>
  readonly compose: readonly string[]
  readonly directory?: string
  readonly environment: ReadonlyMap<string, string>
  readonly profiles: readonly string[]
  readonly environmentFiles: readonly string[]
  /** Why the loader means to differ from compose-go here; the test then demands that it does. */
  readonly departs?: string
  /** Why Compose refuses it; absent when it must load. `unstated` for generated cases. */
  readonly rejected?: Category | 'unstated'
}

/** Where a case lies on disk once it is written. */
export interface WrittenCase extends Case {
  readonly root: string
  /** Absolute project directory. */
  readonly projectDirectory: string
}

interface Draft {
  readonly name: string
  readonly directives: Map<string, string[]>
  readonly files: Map<string, string[]>
  readonly flags: Map<string, readonly string[]>
}

/** Reads every `*.cases` file of a directory (see README.md for the format). */
export function readCases(directory: string): readonly Case[] {
  const cases: Case[] = []
  for (const file of readdirSync(directory).sort()) {
    if (!file.endsWith('.cases')) continue
    const theme = file.slice(0, -'.cases'.length)
    for (const draft of parseDrafts(theme, readFileSync(join(directory, file), 'utf8'))) cases.push(finish(draft))
  }
  return cases
}

function parseDrafts(theme: string, text: string): readonly Draft[] {
  const drafts: Draft[] = []
  let draft: Draft | undefined
  let body: string[] = []
  for (const line of text.split('\n')) {
    const heading = /^=== (.+)$/.exec(line)?.[1]
    const section = /^--- (\S+)((?: \S+)*)$/.exec(line)
    if (heading !== undefined) {
      body = []
      draft = { name: `${theme}: ${heading}`, directives: new Map(), files: new Map(), flags: new Map() }
      drafts.push(draft)
    } else if (draft && section?.[1] !== undefined) {
      body = []
      draft.files.set(section[1], body)
      draft.flags.set(section[1], (section[2] ?? '').split(' ').filter(Boolean))
    } else if (draft && line.startsWith('@') && draft.files.size === 0) {
      const [key = '', ...rest] = line.slice(1).split(' ')
      draft.directives.set(key, [...(draft.directives.get(key) ?? []), rest.join(' ')])
    } else if (draft) {
      if (draft.files.size === 0 && line.trim() !== '') {
        draft.files.set((draft.directives.get('files')?.[0] ?? 'compose.yaml').split(' ')[0] ?? '', body)
      }
      body.push(line)
    }
  }
  return drafts
}

function finish(draft: Draft): Case {
  const words = (key: string) => draft.directives.get(key)?.join(' ').split(' ').filter(Boolean) ?? []
  const files = new Map<string, string>()
  for (const [path, lines] of draft.files) {
    files.set(path, decorate(lines.join('\n').trimEnd(), draft.flags.get(path) ?? []))
  }
  const rejected = words('reject')[0]
  if (rejected !== undefined && !categories.some(category => category === rejected)) {
    throw new Error(`${draft.name}: no category ${rejected}`)
  }
  const environment = new Map<string, string>()
  for (const pair of draft.directives.get('env') ?? []) {
    environment.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
  }
  const directory = words('dir')[0]
  const compose = words('files')
  const departs = draft.directives.get('departs')?.join(' ')
  return {
    name: draft.name,
    files,
    compose: compose.length > 0 ? compose : ['compose.yaml'],
    environment,
    profiles: words('profiles'),
    environmentFiles: words('env-file'),
    ...(directory !== undefined ? { directory } : {}),
    ...(departs !== undefined ? { departs } : {}),
    ...(rejected !== undefined ? { rejected: rejected as Category } : {}),
  }
}

function decorate(text: string, flags: readonly string[]): string {
  let result = flags.includes('no-eol') ? text : `${text}\n`
  if (flags.includes('crlf')) result = result.replaceAll('\n', '\r\n')
  if (flags.includes('bom')) result = `\uFEFF${result}`
  return result
}

/** Writes a case below `parent`, in a directory of its own. */
export function writeCase(item: Case, parent: string, index: number): WrittenCase {
  const root = join(parent, `case-${index}`)
  mkdirSync(root, { recursive: true })
  for (const [path, text] of item.files) {
    const target = join(root, path)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, text)
  }
  const directory = item.directory ?? posix.dirname(item.compose[0] ?? '')
  return { ...item, root, projectDirectory: join(root, directory) }
}
