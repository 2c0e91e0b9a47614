import { createRequire } from 'node:module'
import type { ts } from 'ts-morph'

/** The TypeScript compiler that ts-morph brings along. Only `--deep` needs it; the bundle keeps it in a file of its own. */
export function compilerLibrary(): typeof ts {
  return (createRequire(import.meta.url)('ts-morph') as { readonly ts: typeof ts }).ts
}
