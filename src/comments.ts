import { formatOf } from './discover.js'
import { parseDockerfile } from './parse/dockerfile.js'
import { parseEnvironmentFile } from './parse/dotenv.js'
import { javaScriptComments } from './parse/javascript/syntax.js'
import { parseNginx } from './parse/nginx.js'
import { parseYaml } from './parse/yaml.js'
import { fileName } from './paths.js'
import type { Source } from './source.js'
import type { Comment } from './suppress-comments.js'

/** The word that makes a file's comments worth reading. */
const WORD = 'erp-audit-ignore'

/** The comments of every file that mentions a suppression, as the parser of its format finds them. */
export function commentsOf(sources: ReadonlyMap<string, Source>): ReadonlyMap<string, readonly Comment[]> {
  const found = new Map<string, readonly Comment[]>()
  for (const source of sources.values()) if (source.text.includes(WORD)) found.set(source.path, commentsIn(source))
  return found
}

function commentsIn(source: Source): readonly Comment[] {
  const name = fileName(source.path).toLowerCase()
  if (/\.ya?ml$/.test(name)) return parseYaml(source).comments
  if (/dockerfile|containerfile/.test(name)) return parseDockerfile(source).comments
  if (/(^|\.)env(\.|$)/.test(name)) return [...lineComments(source), ...commentsBehindValues(source)]
  if (/\.[cm]?js$|\.json$/.test(name)) return javaScriptComments(source)
  if (isNginx(source)) return parseNginx(source).comments
  return lineComments(source)
}

/** Also fragments of a few directives, which no block betrays. */
function isNginx(source: Source): boolean {
  if (formatOf(source.path, () => source.text) === 'nginx') return true
  return source.path.endsWith('.conf') && /^[ \t]*[a-z_]+[ \t][^\n]{0,500};[ \t]*(?:#|\r?$)/m.test(source.text)
}

/** In an environment file a `#` with a blank in front of it ends the value of its line. */
function commentsBehindValues(source: Source): readonly Comment[] {
  return parseEnvironmentFile(source).entries.flatMap(({ at }) => {
    const [line = ''] = source.text.slice(at.end, at.end + 4096).split('\n', 1)
    const [, blank = '', text] = /^([ \t]+)(#.*)$/.exec(line) ?? []
    const start = at.end + blank.length
    return text === undefined ? [] : [{ text, start, end: start + text.length }]
  })
}

/** Formats whose comments are lines that begin with `#`: environment files, shell scripts, Makefiles. */
function lineComments(source: Source): readonly Comment[] {
  const comments: Comment[] = []
  for (const match of source.text.matchAll(/^[ \t]*(#[^\n]*)/gm)) {
    const text = match[1] ?? ''
    const start = match.index + match[0].length - text.length
    comments.push({ text, start, end: start + text.length })
  }
  return comments
}
