import type { CaddyDirective, CaddyWord } from '../../parse/caddyfile.js'

/** Reads files that an `import` in a block names; undefined where they are not in the repository. */
export type ReadImport = (named: CaddyWord) => readonly CaddyDirective[] | undefined

interface State {
  readonly snippets: ReadonlyMap<string, readonly CaddyDirective[]>
  readonly read: ReadImport
  /** Directives that may still be put in. */
  left: number
  complete: boolean
}

const MOST_DIRECTIVES = 20_000
const MOST_DEPTH = 10

/** Directives with everything in the place of `import`: https://caddyserver.com/docs/caddyfile/directives/import */
export function withImports(
  directives: readonly CaddyDirective[],
  snippets: State['snippets'],
  read: ReadImport,
): { readonly directives: readonly CaddyDirective[]; readonly complete: boolean } {
  const state: State = { snippets, read, left: MOST_DIRECTIVES, complete: true }
  return { directives: expanded(directives, state, 0), complete: state.complete }
}

function expanded(directives: readonly CaddyDirective[], state: State, depth: number): readonly CaddyDirective[] {
  return directives.flatMap((directive): readonly CaddyDirective[] => {
    if (state.left-- <= 0) {
      state.complete = false
      return []
    }
    const { name, block } = directive
    if (name.text === 'import' && !name.quoted) return imported(directive, state, depth)
    return block ? [{ ...directive, block: expanded(block, state, depth) }] : [directive]
  })
}

function imported({ args: [what, ...args] }: CaddyDirective, state: State, depth: number): readonly CaddyDirective[] {
  const found = what && depth < MOST_DEPTH ? contentOf(what, state) : undefined
  if (!found) {
    state.complete = false
    return []
  }
  const filled = args.length > 0 ? found.map(directive => withArguments(directive, args)) : found
  return expanded(filled, state, depth + 1)
}

function contentOf(what: CaddyWord, { snippets, read }: State): readonly CaddyDirective[] | undefined {
  const snippet = snippets.get(what.text)
  if (snippet || what.open) return snippet
  return read(what)
}

/** `{args[0]}`, and `{args.0}` as before 2.7. */
function withArguments(directive: CaddyDirective, args: readonly CaddyWord[]): CaddyDirective {
  const fill = (word: CaddyWord): CaddyWord =>
    word.text.includes('{args')
      ? {
          ...word,
          text: word.text.replace(/\{args(?:\[(\d{1,3})\]|\.(\d{1,3}))\}/g, (whole, index?: string, old?: string) => {
            return args[Number(index ?? old)]?.text ?? whole
          }),
        }
      : word
  const { name, args: own, block } = directive
  return {
    ...directive,
    name: fill(name),
    args: own.map(fill),
    ...(block ? { block: block.map(inner => withArguments(inner, args)) } : {}),
  }
}
