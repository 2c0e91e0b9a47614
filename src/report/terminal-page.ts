import { painter } from './text/paint.js'
import { pad, widthOf, wrap } from './width.js'

/** Sets a documentation page, in the little Markdown that `page.ts` writes, for a terminal. */
export function renderMarkdown(page: string, options: { readonly color: boolean; readonly width: number }): string {
  const paint = painter(options.color)
  const width = Math.max(40, Math.min(100, options.width))
  const lines: string[] = []
  let fence: string | undefined
  for (const line of page.split('\n')) {
    const mark = /^`{3,}/.exec(line)?.[0]
    if (fence !== undefined) {
      if (line === fence) fence = undefined
      else lines.push(/(#|\/\/) [◀▼] /.test(line) ? paint('red', `    ${line}`) : `    ${line}`)
    } else if (mark !== undefined) fence = mark
    else if (line.startsWith('#')) lines.push(paint('bold', line.replace(/^#+ /, '')))
    else if (/^\|[- |]*\|$/.test(line)) continue
    else if (line.startsWith('|')) lines.push(factLine(line))
    else if (line.startsWith('- ')) lines.push(`  ${line.replace(/^- <(.*)>$/, '$1')}`)
    else if (line === '') lines.push('')
    else lines.push(...wrap(line, width))
  }
  const text = lines.map(line => (widthOf(line) === 0 ? '' : line)).join('\n')
  return `${text.replace(/\n{3,}/g, '\n\n').trim()}\n`
}

function factLine(line: string): string {
  const [name = '', value = ''] = line
    .slice(1, -1)
    .split('|')
    .map(cell => cell.trim().replaceAll('`', ''))
  return `  ${pad(name, 12)}  ${value}`
}
