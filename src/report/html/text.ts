import { plain } from '../plain.js'

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text from outside as HTML that shows it as it is, between tags and in quoted attributes. */
export function text(given: string): string {
  return plain(given).replace(/[&<>"']/g, one => ESCAPED[one] ?? '')
}

/** Text from outside as code within a line. */
export function code(given: string): string {
  return `<code>${text(given)}</code>`
}

/** Our own text, in which backticks mean code. */
export function prose(given: string): string {
  const parts = plain(given).split('`')
  if (parts.length % 2 === 0) return text(given)
  return parts.map((part, index) => (index % 2 === 0 ? text(part) : code(part))).join('')
}

/** A table of HTML; columns whose letter is `r` hold numbers. Empty without rows. */
export function table(header: readonly string[], columns: string, rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return ''
  const cell = (tag: 'td' | 'th') => (one: string, index: number) => {
    return columns[index] === 'r' ? `<${tag} class="r">${one}</${tag}>` : `<${tag}>${one}</${tag}>`
  }
  const lines = rows.map(row => `<tr>${row.map(cell('td')).join('')}</tr>`)
  return `<table>\n<thead><tr>${header.map(cell('th')).join('')}</tr></thead>\n<tbody>\n${lines.join('\n')}\n</tbody>\n</table>`
}

/** Items of HTML as a list. Beyond `most` they are counted. Empty without items. */
export function list(items: readonly string[], most: number): string {
  if (items.length === 0) return ''
  const rest = items.length - most
  const shown = [...items.slice(0, most), ...(rest > 0 ? [`and ${rest} more`] : [])]
  return `<ul>\n${shown.map(item => `<li>${item}</li>`).join('\n')}\n</ul>`
}
