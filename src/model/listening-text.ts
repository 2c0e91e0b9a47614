import { standsAside } from '../code/paths.js'
import type { BuildContext } from './image/build-context.js'

/** The port-like numbers in the sources of a build: what a program may listen on. */
export interface SourceNumbers {
  readonly has: (port: number) => boolean
  /** In the code and its settings alone: not in what deploys it, nor in tests. Of an address, the port is another's. */
  readonly inCode: (port: number) => boolean
}

const known = new WeakMap<BuildContext, SourceNumbers>()

/** Files that hold no numbers of ports, or all of them. */
const OTHER =
  /(?:^|\/)(?:node_modules|\.git|dist|build|coverage|vendor)\/|(?:-lock\.(?:json|ya?ml)|\.(?:lock|sum|svg|csv|md|mdx|txt|map|snap|sql))$/i
/** What a program in JavaScript or TypeScript is made of, or reads. */
const CODE = /\.(?:[cm]?[jt]sx?|json5?|toml|env|properties)$|(?:^|\/)(?:config|settings)\/[^/]+\.ya?ml$/i
const MOST_FILES = 2_000
const LONGEST = 500_000

/** Reads the sources of a build context once, when the first question is asked. Of too many files, any number may be in one. */
export function sourceTextOf(context: BuildContext): SourceNumbers {
  const before = known.get(context)
  if (before) return before
  const files = context.find('.').filter(path => !OTHER.test(path))
  const numbers = new Set<number>()
  const code = new Set<number>()
  if (files.length <= MOST_FILES) {
    for (const path of files) {
      const text = context.read(path)?.text.slice(0, LONGEST) ?? ''
      for (const [number] of text.matchAll(/(?<![\d.])\d{2,5}(?!\d)/g)) numbers.add(Number(number))
      if (!CODE.test(path) || standsAside(path)) continue
      for (const [number] of text.matchAll(/(?<!:\/\/[\w.${}-]{0,80}:)(?<![\d.])\d{2,5}(?!\d)/g))
        code.add(Number(number))
    }
  }
  const isTooMuch = files.length > MOST_FILES
  const found: SourceNumbers = {
    has: port => isTooMuch || numbers.has(port),
    inCode: port => isTooMuch || code.has(port),
  }
  known.set(context, found)
  return found
}
