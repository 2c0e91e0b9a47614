import type { Source, Span } from '../../source.js'
import { lineOf } from '../../source.js'
import type { NginxArgument, NginxDirective, NginxFile } from '../nginx.js'
import { nextToken, object, type Reader, spanIn } from './lexer.js'
import { skipLua } from './lua.js'

/** A block that has been opened and not yet closed. */
interface Frame {
  /** Absent where nothing is kept. */
  readonly directives?: NginxDirective[]
  /** The block itself; absent for the file and for braces that belong to nothing. */
  readonly directive?: { blockAt?: Span } & NginxDirective
  readonly openedAt: number
}

/** Blocks in blocks: real configurations have about six. What lies deeper is not kept. */
const MOST_DEPTH = 50
const MOST_DIRECTIVES = 100_000

/**
 * Reads an nginx configuration file or a fragment of one (https://nginx.org/en/docs/beginners_guide.html#conf_structure).
 * Never throws: where nginx would stop, the objection becomes a problem and reading goes on, so that the rest is known too.
 */
export function parseNginx(source: Source): NginxFile {
  const reader: Reader = { source, position: 0, comments: [], problems: [], isCut: false }
  const directives: NginxDirective[] = []
  const frames: Frame[] = [{ directives, openedAt: 0 }]
  let words: NginxArgument[] = []
  for (let count = 0; ; ) {
    const token = nextToken(reader)
    if (token.kind === 'word') {
      words.push(token.word)
      continue
    }
    const [name] = words
    if (name && token.kind !== '{') {
      if (token.kind !== ';' && !reader.isCut)
        object(reader, headOf(words, name), `${shown(name.text)} is not ended by ";"`)
      frames.at(-1)?.directives?.push(directiveOf(words, name))
    } else if (token.kind === ';') object(reader, token.at, 'a ";" without a directive')
    if (token.kind === '{') open(reader, frames, words, token.at)
    else if (token.kind === '}') close(reader, frames, token.at)
    else if (token.kind === 'end') return finish(reader, frames, directives)
    words = []
    if (++count >= MOST_DIRECTIVES) {
      object(reader, spanIn(reader, reader.position, reader.position), 'what follows is more than is read', 'too-large')
      return finish(reader, frames, directives)
    }
  }
}

function open(reader: Reader, frames: Frame[], words: readonly NginxArgument[], at: Span): void {
  const list = frames.at(-1)?.directives
  const [name] = words
  if (!name) object(reader, at, 'a "{" without a directive')
  if (!name || !list) {
    frames.push({ ...(list && { directives: list }), openedAt: at.start })
    return
  }
  const block: NginxDirective[] = []
  const directive = { ...directiveOf(words, name), block, blockAt: spanIn(reader, at.start, reader.source.text.length) }
  list.push(directive)
  if (name.text.endsWith('_by_lua_block')) {
    directive.blockAt = spanIn(reader, at.start, skipLua(reader))
    return
  }
  const tooDeep = frames.length >= MOST_DEPTH
  if (tooDeep) object(reader, at, 'blocks nested deeper than is read', 'too-large')
  frames.push({ ...(!tooDeep && { directives: block }), directive, openedAt: at.start })
}

function close(reader: Reader, frames: Frame[], at: Span): void {
  if (frames.length === 1) {
    object(reader, at, 'this "}" closes no block')
    return
  }
  const frame = frames.pop()
  if (frame?.directive) frame.directive.blockAt = spanIn(reader, frame.openedAt, at.end)
}

function finish(reader: Reader, frames: readonly Frame[], directives: readonly NginxDirective[]): NginxFile {
  const isCut = reader.isCut || reader.problems.some(problem => problem.code === 'too-large')
  for (const { directive } of frames) {
    if (!directive || isCut) continue
    const line = lineOf(reader.source, directive.at.start)
    object(reader, directive.at, `the block ${shown(directive.name)} that line ${line} opens is never closed by "}"`)
  }
  const { comments, problems, source } = reader
  return { path: source.path, directives, problems, comments }
}

function headOf(words: readonly NginxArgument[], name: NginxArgument): Span {
  return { ...name.at, end: (words.at(-1) ?? name).at.end }
}

function directiveOf(words: readonly NginxArgument[], name: NginxArgument): NginxDirective {
  return { name: name.text, nameAt: name.at, args: words.slice(1), at: headOf(words, name) }
}

/** A name as messages show it. */
function shown(name: string): string {
  return name.length > 40 ? `${name.slice(0, 40)}…` : name
}
