import { plain } from '../plain.js'

/**
 * Text from outside as Markdown that shows it as it is: no formatting, no HTML, no table cells, no mentions of people or
 * issues, no links (GitHub Flavored Markdown, https://github.github.com/gfm/).
 */
export function text(given: string): string {
  return plain(given)
    .replace(/[\\`*_{}[\]#|~!]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/@(?=\w)/g, '@<!-- -->')
    .replace(/\bGH-(?=\d)/g, 'GH<!-- -->-')
    .replace(/\b(https?|ftp):(?=\/\/)/gi, '$1<!-- -->:')
    .replace(/\bwww\.(?=\w)/gi, 'www<!-- -->.')
}

/** Our own text, in which backticks mean code and nothing else has a meaning. */
export function prose(given: string): string {
  const parts = plain(given).split('`')
  // An odd number of backticks: the last one is a character.
  if (parts.length % 2 === 0) return text(given)
  return parts.map((part, index) => (index % 2 === 0 ? text(part) : code(part))).join('')
}

/** Text from outside as code within a line. */
export function code(given: string): string {
  const shown = plain(given).replaceAll('|', '\\|')
  if (shown.trim() === '') return ''
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const pad = shown.startsWith('`') || shown.endsWith('`') ? ' ' : ''
  return `${fence}${pad}${shown}${pad}${fence}`
}

/** Lines of a shell, or of anything else, as a block. */
export function block(lines: readonly string[], language: string): string {
  const shown = lines.map(line => plain(line))
  const longest = Math.max(2, ...shown.flatMap(line => [...line.matchAll(/`+/g)].map(([run]) => run.length)))
  const fence = '`'.repeat(longest + 1)
  return [`${fence}${language}`, ...shown, fence].join('\n')
}

/** A table; cells are Markdown already. `align`: `l` or `r` for each column. */
export function table(header: readonly string[], align: string, rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(header), line([...align].map(one => (one === 'r' ? '---:' : '---'))), ...rows.map(line)].join('\n')
}
