import type { Source, Span } from '../source.js'
import { type CaddyEnvironment, type CaddyWord, lexCaddyfile } from './caddyfile/lexer.js'
import type { Problem } from './node.js'

export type { CaddyEnvironment, CaddyWord } from './caddyfile/lexer.js'

/** A Caddyfile as written: imports are not followed (https://caddyserver.com/docs/caddyfile/concepts). */
export interface CaddyFile {
  /** The block of global options at its beginning. */
  readonly options: readonly CaddyDirective[]
  /** By name, without the parentheses. */
  readonly snippets: ReadonlyMap<string, readonly CaddyDirective[]>
  readonly sites: readonly CaddySite[]
  /** What stands outside of blocks: `import` of whole sites. */
  readonly imports: readonly CaddyDirective[]
  readonly problems: readonly Problem[]
}

/** `example.com, www.example.com { … }`. */
export interface CaddySite {
  readonly addresses: readonly CaddyWord[]
  readonly directives: readonly CaddyDirective[]
  readonly at: Span
}

/** A line in a block: the name of a directive, of a matcher (`@api`), of an option. */
export interface CaddyDirective {
  readonly name: CaddyWord
  readonly args: readonly CaddyWord[]
  readonly block?: readonly CaddyDirective[]
  /** From the name to the last argument. */
  readonly at: Span
}

const MOST_DEPTH = 50
const MOST_PROBLEMS = 100

/**
 * Reads a Caddyfile. Never throws, takes time linear in the text. `environment` puts values in the place of `{$NAME}`, as
 * Caddy does before it reads anything else.
 */
export function parseCaddyfile(source: Source, environment: CaddyEnvironment = () => null): CaddyFile {
  const { words, problems } = lexCaddyfile(source, environment)
  const reader = new Reader(words, [...problems])
  return { ...reader.file(), problems: reader.problems }
}

/** Reads a file that is imported into a block: directives alone. */
export function parseCaddyDirectives(
  source: Source,
  environment: CaddyEnvironment = () => null,
): { readonly directives: readonly CaddyDirective[]; readonly problems: readonly Problem[] } {
  const { words, problems } = lexCaddyfile(source, environment)
  const reader = new Reader(words, [...problems])
  return { directives: reader.body(), problems: reader.problems }
}

/** Reads words into lines and blocks. */
class Reader {
  readonly problems: Problem[]
  readonly #words: readonly CaddyWord[]
  #at = 0

  constructor(words: readonly CaddyWord[], problems: Problem[]) {
    this.#words = words
    this.problems = problems
  }

  file(): Omit<CaddyFile, 'problems'> {
    const snippets = new Map<string, readonly CaddyDirective[]>()
    const sites: CaddySite[] = []
    const imports: CaddyDirective[] = []
    const options = this.#isOpening(this.#words[0]) ? this.#block(0) : []
    while (this.#at < this.#words.length) {
      const before = this.#at
      const first = this.#words[before]
      if (first && !first.quoted && first.text === 'import') imports.push(this.#line(0))
      else if (first) this.#site(first, { snippets, sites })
      // Whatever it was, one word is behind us.
      this.#at = Math.max(this.#at, before + 1)
    }
    return { options, snippets, sites, imports }
  }

  body(): readonly CaddyDirective[] {
    return this.#directives(0, false)
  }

  #site(
    first: CaddyWord,
    found: { readonly snippets: Map<string, readonly CaddyDirective[]>; readonly sites: CaddySite[] },
  ) {
    const addresses = this.#addresses()
    const opening = this.#words[this.#at]
    // A file of one site needs no braces: https://caddyserver.com/docs/caddyfile/concepts#structure.
    const isBare = found.sites.length === 0 && found.snippets.size === 0 && !this.#isOpening(opening)
    if (!this.#isOpening(opening) && !isBare) {
      this.#problem(first, `${first.text.slice(0, 60)} opens no block`)
      return
    }
    const directives = isBare ? this.#directives(0, false) : this.#block(0)
    const [, snippet] = /^&?\(([^()]+)\)$/.exec(first.text) ?? []
    if (snippet !== undefined) found.snippets.set(snippet, directives)
    else found.sites.push({ addresses, directives, at: first.at })
  }

  /** Addresses up to the end of the line, or of the last line behind a comma. */
  #addresses(): readonly CaddyWord[] {
    const addresses: CaddyWord[] = []
    let goesOn = true
    while (this.#at < this.#words.length) {
      const word = this.#words[this.#at] as CaddyWord
      if (this.#isOpening(word) || (word.newLine && !goesOn)) break
      this.#at++
      goesOn = word.text.endsWith(',')
      for (const text of word.text.split(',')) if (text !== '') addresses.push({ ...word, text })
    }
    return addresses
  }

  #isOpening(word: CaddyWord | undefined): boolean {
    return word !== undefined && !word.quoted && word.text === '{'
  }

  /** From an opening brace to behind the closing one. */
  #block(depth: number): readonly CaddyDirective[] {
    const opening = this.#words[this.#at] as CaddyWord
    this.#at++
    if (depth < MOST_DEPTH) return this.#directives(depth + 1, true, opening)
    this.#problem(opening, 'The blocks are nested too deeply')
    this.#at = this.#words.length
    return []
  }

  #directives(depth: number, isBlock: boolean, opening?: CaddyWord): readonly CaddyDirective[] {
    const directives: CaddyDirective[] = []
    while (this.#at < this.#words.length) {
      const word = this.#words[this.#at] as CaddyWord
      if (!word.quoted && word.text === '}') {
        this.#at++
        if (isBlock) return directives
        this.#problem(word, 'This brace closes nothing')
      } else directives.push(this.#line(depth))
    }
    if (opening) this.#problem(opening, 'The block is not closed')
    return directives
  }

  #line(depth: number): CaddyDirective {
    const name = this.#words[this.#at] as CaddyWord
    this.#at++
    const args: CaddyWord[] = []
    let block: readonly CaddyDirective[] | undefined
    while (this.#at < this.#words.length) {
      const word = this.#words[this.#at] as CaddyWord
      if (word.newLine) break
      const next = this.#words[this.#at + 1]
      if (this.#isOpening(word) && (next === undefined || next.newLine)) {
        block = this.#block(depth)
        break
      }
      args.push(word)
      this.#at++
    }
    const at = { ...name.at, end: args.at(-1)?.at.end ?? name.at.end }
    return { name, args, ...(block ? { block } : {}), at }
  }

  #problem({ at }: CaddyWord, message: string): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push({ at, message, kind: 'syntax' })
  }
}
