import { maskLine, pointedRegions, type Region, secretRegions } from '../../mask.js'
import { lineText, type Place, type Source } from '../../source.js'
import { plain } from '../plain.js'
import { cellsOf } from '../width.js'
import type { Paint, Style } from './paint.js'

/** Lines longer than this are not quoted: generated files, and nothing that a frame could show. */
const LONGEST_LINE = 1_000

/** How a frame of code is laid out. */
export interface FrameOptions {
  readonly paint: Paint
  readonly style: readonly Style[]
  /** Cells that a line of the frame may take. */
  readonly width: number
  /** The pointed value is a secret. */
  readonly secret: boolean
}

/** The pointed line with its neighbours, numbered, the pointed part underlined. Secrets are masked on every line. */
export function codeFrame(source: Source, place: Place, options: FrameOptions): readonly string[] {
  const { paint } = options
  const numbers = [place.line - 1, place.line, place.line + 1].filter(line => {
    return line === place.line || (line > 0 && lineText(source, line).trim() !== '')
  })
  const gutter = String(numbers.at(-1) ?? place.line).length
  const room = Math.max(20, options.width - gutter - 5)
  const shared = Math.min(...numbers.map(line => indentOf(lineText(source, line))))
  return numbers.flatMap(line => {
    const cells = quote(source, line, place, options.secret)
    const pointed = line === place.line
    const view = windowOf(cells, pointed ? firstPointed(cells) : 0, room, shared)
    const text = view.map(cell => cell.text).join('')
    const number = String(line).padStart(gutter)
    const row = `${paint('dim', `${number} │`)} ${pointed ? text : paint('dim', text)}`.trimEnd()
    if (!pointed) return [row]
    const underline = view
      .map(cell => (cell.pointed ? '^' : ' ').repeat(cell.width))
      .join('')
      .trimEnd()
    if (underline === '') return [row]
    return [row, `${paint('dim', `${' '.repeat(gutter)} │`)} ${paint(options.style, underline)}`.trimEnd()]
  })
}

/** One printed character, its width, and whether it is part of what is pointed at. */
interface Cell {
  readonly text: string
  readonly width: number
  readonly pointed: boolean
}

function quote(source: Source, line: number, place: Place, secret: boolean): readonly Cell[] {
  const text = lineText(source, line)
  if (text.length > LONGEST_LINE) return cellsFor(`(a line of ${text.length} characters)`, [], undefined)
  const previous = line > 1 ? lineText(source, line - 1).slice(-LONGEST_LINE) : ''
  const isCode = /\.(?:[cm]?[jt]sx?|py|go)$/.test(source.path)
  if (line !== place.line) return cellsFor(text, secretRegions(text, previous, isCode), undefined)
  const end = place.endLine > place.line ? text.trimEnd().length : place.endColumn - 1
  const pointed = { start: place.column - 1, end: Math.max(end, place.column) }
  const regions = secret ? pointedRegions(text, previous, pointed, isCode) : secretRegions(text, previous, isCode)
  return cellsFor(text, regions, pointed)
}

function cellsFor(text: string, regions: readonly Region[], pointed: Region | undefined): readonly Cell[] {
  const cells: Cell[] = []
  const isPointed = (start: number, end: number) => pointed !== undefined && start < pointed.end && end > pointed.start
  let at = 0
  const copy = (until: number) => {
    for (const character of text.slice(at, until)) {
      if (character >= ' ' && character <= '~') {
        cells.push({ text: character, width: 1, pointed: isPointed(at, at + 1) })
        at += 1
        continue
      }
      const shown = character === '\t' ? '  ' : plain(character)
      const width = character === '\t' ? 2 : shown === '' ? 0 : cellsOf(shown)
      cells.push({ text: shown, width, pointed: isPointed(at, at + character.length) })
      at += character.length
    }
  }
  for (const region of regions) {
    copy(region.start)
    for (const star of maskLine(text.slice(region.start, region.end), [{ start: 0, end: region.end - region.start }])) {
      cells.push({ text: star, width: 1, pointed: isPointed(region.start, region.end) })
    }
    at = region.end
  }
  copy(text.length)
  return cells
}

function firstPointed(cells: readonly Cell[]): number {
  return Math.max(
    0,
    cells.findIndex(cell => cell.pointed),
  )
}

/** The part of a line that fits, without the indentation that all lines of the frame share, and with `focus` in sight. */
function windowOf(cells: readonly Cell[], focus: number, room: number, shared: number): readonly Cell[] {
  let start = Math.min(shared, cells.length)
  const widthUpTo = (end: number) => cells.slice(start, end).reduce((sum, cell) => sum + cell.width, 0)
  const cutLeft = widthUpTo(focus) > room * 0.7
  if (cutLeft) start = Math.max(start, focus - Math.floor(room * 0.4))
  const ellipsis: Cell = { text: '…', width: 1, pointed: false }
  const view: Cell[] = cutLeft ? [ellipsis] : []
  let width = view.length
  for (const cell of cells.slice(start)) {
    if (width + cell.width > room - 1) return [...view, ellipsis]
    view.push(cell)
    width += cell.width
  }
  return view
}

function indentOf(text: string): number {
  return text.trim() === '' ? 0 : text.length - text.trimStart().length
}
