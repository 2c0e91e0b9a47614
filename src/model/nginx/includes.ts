import type { NginxDirective, NginxFile } from '../../parse/nginx.js'
import { parseNginx } from '../../parse/nginx.js'
import type { Source } from '../../source.js'

/** What an `include` brings in. */
export interface IncludedFiles {
  /** In the order that nginx reads them. */
  readonly sources: readonly Source[]
  /** Set when there may be more than these: the reason, as a sentence without a full stop. */
  readonly missing?: string
}

/** Finds the files of an `include` by its argument; relative paths are those below the directory of the main file. */
export type Includes = (pattern: string) => IncludedFiles

/** Files with all that they include put in place. */
export interface ExpandedNginx {
  /** An `include` that was followed is replaced by what it brings; one that was not, or not fully, stays behind that. */
  readonly directives: readonly NginxDirective[]
  /** Each file once, in the order of its first use. */
  readonly files: readonly NginxFile[]
  /** Includes that bring what is not in the repository; those of files that come with nginx are not among them. */
  readonly unresolved: readonly UnresolvedInclude[]
}

/** An `include` that leads to no file of the repository. */
export interface UnresolvedInclude {
  readonly directive: NginxDirective
  /** As a sentence without a full stop. */
  readonly because: string
}

/** Includes in includes; nginx itself ends when it has no more file descriptors. */
const MOST_DEPTH = 10
/** Directives of all files together, each counted as often as it is included. */
const MOST_DIRECTIVES = 100_000

/**
 * Files that come with nginx or its packages: media types, the parameters of FastCGI and its kin, character maps, modules
 * to load. Configurations include them and repositories do not hold them.
 */
const COMES_WITH_NGINX =
  /(?:^|\/)(?:mime\.types|(?:fastcgi|uwsgi|scgi|proxy)_params|fastcgi\.conf|koi-(?:utf|win)|win-utf|modules(?:-enabled)?\/[^/]*)$/

const parsed = new WeakMap<Source, NginxFile>()

/** Reads a file of nginx, once. */
export function nginxFileOf(source: Source): NginxFile {
  const known = parsed.get(source)
  if (known) return known
  const file = parseNginx(source)
  parsed.set(source, file)
  return file
}

/** Tells texts apart; several may stand in one file, each at its own place: the keys of a ConfigMap. */
function keyOf({ path, text }: Source): string {
  return `${path}:${text.search(/\S/)}`
}

interface Expansion {
  readonly includes: Includes
  /** By `keyOf`. */
  readonly files: Map<string, NginxFile>
  readonly unresolved: UnresolvedInclude[]
  /** Keys of the files being read, outermost first. */
  readonly reading: string[]
  left: number
}

/** Puts the content of included files in the place of each `include`. Ends whatever includes what. */
export function expandIncludes(sources: readonly Source[], includes: Includes): ExpandedNginx {
  const expansion: Expansion = { includes, files: new Map(), unresolved: [], reading: [], left: MOST_DIRECTIVES }
  const directives = sources.flatMap(source => contentOf(source, expansion))
  return { directives, files: [...expansion.files.values()], unresolved: expansion.unresolved }
}

function contentOf(source: Source, expansion: Expansion): readonly NginxDirective[] {
  const file = nginxFileOf(source)
  expansion.files.set(keyOf(source), file)
  expansion.reading.push(keyOf(source))
  const directives = expandedList(file.directives, expansion)
  expansion.reading.pop()
  return directives
}

function expandedList(list: readonly NginxDirective[], expansion: Expansion): readonly NginxDirective[] {
  const result: NginxDirective[] = []
  for (const directive of list) {
    if (expansion.left-- <= 0) {
      expansion.unresolved.push({ directive, because: 'it is more than is read' })
      break
    }
    const { block } = directive
    const inner = block && expandedList(block, expansion)
    if (inner && inner !== block) result.push({ ...directive, block: inner })
    else if (directive.name === 'include' && !block) result.push(...followed(directive, expansion))
    else result.push(directive)
  }
  const isUnchanged = result.length === list.length && result.every((directive, index) => directive === list[index])
  return isUnchanged ? list : result
}

function followed(directive: NginxDirective, expansion: Expansion): readonly NginxDirective[] {
  const [pattern, ...more] = directive.args
  if (!pattern || more.length > 0) return [directive]
  const found = expansion.includes(pattern.text)
  const again = found.sources.some(source => expansion.reading.includes(keyOf(source)))
  const tooDeep = expansion.reading.length >= MOST_DEPTH
  const content = again || tooDeep ? [] : found.sources.flatMap(source => contentOf(source, expansion))
  const because = again ? 'it includes itself' : tooDeep ? 'it is included from too deep' : found.missing
  if (because === undefined) return content
  if (!COMES_WITH_NGINX.test(pattern.text)) expansion.unresolved.push({ directive, because })
  return [...content, directive]
}
