import { createHash } from 'node:crypto'
import { TOOL } from '../../tool.js'
import { text } from './text.js'

/** Light and dark as the reader has it; on paper, nothing is folded away. */
const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#d0d7de, #3d444d); --quiet: light-dark(#59636e, #9198a1) }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
h1 { line-height: 1.2 } h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line) }
table { border-collapse: collapse; width: 100% } th, td { padding: .3rem .6rem; text-align: left; border-bottom: 1px solid var(--line) }
.r { text-align: right; font-variant-numeric: tabular-nums } .r, .e { white-space: nowrap } meter { width: 8rem }
code { font: .9em ui-monospace, monospace; overflow-wrap: anywhere }
details { border: 1px solid var(--line); border-radius: .4rem; padding: .4rem .8rem; margin: .5rem 0 } summary { cursor: pointer }
.critical { color: light-dark(#b3001e, #ff7b82) } .high { color: light-dark(#a04100, #f0a060) } .quiet { color: var(--quiet) }
@media print { details::details-content { content-visibility: visible; block-size: auto } details, tr { break-inside: avoid } }
`

/**
 * A page in one file that asks for nothing and runs nothing: its policy allows its own style and nothing else
 * (https://www.w3.org/TR/CSP3/). `body` is HTML.
 */
export function page(title: string, body: readonly string[]): string {
  const hash = createHash('sha256').update(STYLE).digest('base64')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="generator" content="${text(`${TOOL.name} ${TOOL.version}`)}">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width">
<title>${text(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${body.filter(part => part !== '').join('\n')}
</body>
</html>
`
}
