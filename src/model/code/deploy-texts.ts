import { fileName } from '../../paths.js'
import type { RepositoryFile, Tree } from '../../tree.js'
import { scriptTexts } from '../script-texts.js'
import { isApartFromProduction } from './places.js'

/** What deploys a system or starts it, as text: which commands it has, and which scripts it calls by name. */
export interface DeployTexts {
  /** Texts without their comments, each with the path of its file. */
  readonly texts: readonly { readonly path: string; readonly text: string }[]
  /** Scripts of package.json files and targets of makefiles: they run when something above calls them. */
  readonly named: readonly NamedText[]
}

interface NamedText {
  readonly name: string
  readonly text: string
  /** Its name says that it deploys. */
  readonly deploys: boolean
}

const FORMATS: ReadonlySet<string> = new Set(['dockerfile', 'compose', 'ci', 'shell', 'yaml', 'helm'])
/** Files of platforms that say what runs before or at the start. */
const PLATFORM_FILE =
  /^(?:Procfile(?:\..+)?|fly(?:\..+)?\.toml|railway\.(?:json|toml)|nixpacks\.toml|app\.json|vercel\.json|captain-definition|ecosystem\.[\w.]*|pm2\.[\w.]*|Caprover.*|devbox\.json|.+\.service|Tiltfile|skaffold\.ya?ml|.+\.(?:tf|nomad|hcl)|supervisord?\.conf|.+\.gradle(?:\.kts)?|pom\.xml|deploy\.[cm]?[jt]s|fabfile\.py)$/i
const DEPLOYS =
  /^(?:pre|post)?[-:_]?(?:deploy|release|heroku|vercel|render|railway|fly|docker|prod)|(?:^|[-:_])(?:deploy|release|prod|production)(?:$|[-:_])/i
const MOST_TEXT = 300_000

/** Reads what may deploy or start the system. Documents, tests and examples are left out. */
export function deployTextsOf(tree: Tree): DeployTexts {
  const texts: { path: string; text: string }[] = []
  const named: NamedText[] = []
  for (const file of tree.files) {
    if (isApartFromProduction(file.path)) continue
    if (file.format === 'package-json' || file.format === 'makefile') named.push(...namedTexts(file, tree))
    else if (FORMATS.has(file.format) || PLATFORM_FILE.test(fileName(file.path))) {
      const text = tree.read(file.path)?.text
      if (text !== undefined) texts.push({ path: file.path, text: withoutComments(text.slice(0, MOST_TEXT)) })
    }
  }
  return { texts, named }
}

function namedTexts(file: RepositoryFile, tree: Tree): readonly NamedText[] {
  const source = tree.read(file.path)
  if (!source) return []
  const found = scriptTexts(source, file).flatMap(({ name, script }) =>
    name === undefined ? [] : [{ name, text: script.text, deploys: DEPLOYS.test(name) }],
  )
  // What a target needs is made before it: `deploy: build migrate`.
  const needs = file.format === 'makefile' ? [...source.text.matchAll(/^([\w.-]+):[ \t]*([\w. \t-]+)$/gm)] : []
  return [
    ...found,
    ...needs.map(([, name = '', targets = '']) => ({ name, text: `make ${targets}`, deploys: DEPLOYS.test(name) })),
  ]
}

/** Lines that are comments, and those of a Dockerfile that only copy files, run nothing. */
function withoutComments(text: string): string {
  return text.replace(/^[ \t]*(?:(?:#|\/\/)(?!!).*|(?:COPY|ADD)[ \t].*)$/gim, '')
}

/** Whether something that deploys or starts the system has a command that the pattern finds, itself or by the name of a script. */
export function isDeployed({ texts, named }: DeployTexts, pattern: RegExp): boolean {
  const calling = new Set(named.filter(({ text }) => pattern.test(text)).map(({ name }) => name))
  for (let rounds = 0; rounds < 5; rounds++) {
    const before = calling.size
    const calls = callOf(calling)
    if (calls) for (const { name, text } of named) if (calls.test(text)) calling.add(name)
    if (calling.size === before) break
  }
  if (named.some(({ name, deploys }) => deploys && calling.has(name))) return true
  const calls = callOf(calling)
  return texts.some(({ text }) => pattern.test(text) || calls?.test(text) === true)
}

/** A call of one of these scripts or targets, also with each word in quotes; undefined of none. */
function callOf(names: ReadonlySet<string>): RegExp | undefined {
  if (names.size === 0) return undefined
  // What stands before and after a script runs with it.
  const all = [...names].flatMap(name => [name, name.replace(/^(?:pre|post)/, '')]).filter(name => name !== '')
  const some = all.map(name => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  return new RegExp(
    `\\b(?:npm|pnpm|yarn|bun|turbo|nx|lerna|rush|make|just|task)\\b[^\\n]{0,120}["'\\s:](?:${some})(?![\\w:-])`,
  )
}
