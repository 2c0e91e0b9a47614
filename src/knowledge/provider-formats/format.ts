/** How a provider's tokens look, from its own documentation. */
export interface ProviderFormat {
  /** The provider and kind of token, as people call it. */
  readonly name: string
  /** Text that every token holds, in this case. Candidates are looked for around it only. */
  readonly keywords: readonly string[]
  /**
   * The token, sticky, its secret part in group 1 (the whole where there is none). Repetitions are bounded, so that a
   * try at one place takes bounded time.
   */
  readonly pattern: RegExp
  /** How many characters before the keyword the token may begin. 0: with it. */
  readonly before: number
  /** Something that stands in the file too, when the format alone proves nothing. */
  readonly context?: RegExp
  /** What shows, near by, that the value is public by design. */
  readonly unless?: RegExp
  /** A check beyond form. */
  readonly valid?: (token: string) => boolean
  /** Whether the checksum inside the token is right; undefined for a token of a form without one. */
  readonly checksum?: (token: string) => boolean | undefined
  readonly source: string
}

/** One entry; `pattern` is made sticky. */
export function format(
  name: string,
  keywords: string,
  pattern: RegExp,
  source: string,
  rest: Partial<Pick<ProviderFormat, 'before' | 'checksum' | 'context' | 'unless' | 'valid'>> = {},
): ProviderFormat {
  return {
    name,
    keywords: keywords.split(' '),
    pattern: new RegExp(pattern.source, `${pattern.flags}y`),
    before: 0,
    source,
    ...rest,
  }
}
