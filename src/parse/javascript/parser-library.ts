import { createRequire } from 'node:module'
import type * as Babel from '@babel/parser'

let library: typeof Babel | undefined

/**
 * The `@babel/parser` package. Only few runs meet JavaScript that has to be read, so it comes with the first text that needs
 * it. The bundle keeps it in a file of its own.
 */
export function parserLibrary(): typeof Babel {
  library ??= createRequire(import.meta.url)('@babel/parser') as typeof Babel
  return library
}
