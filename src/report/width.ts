/** Ranges of characters that terminals draw two cells wide (Unicode 16 EastAsianWidth W and F, merged and shortened). */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x23e9, 0x23ec],
  [0x2614, 0x2615],
  [0x26a1, 0x26a1],
  [0x2705, 0x2705],
  [0x274c, 0x274c],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1faff],
  [0x20000, 0x3fffd],
]

/** How many cells of a terminal one character takes: 0 for marks that combine with the one before. */
export function cellsOf(character: string): 0 | 1 | 2 {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x300) return 1
  const joins = (code >= 0x200b && code <= 0x200d) || code === 0xfe0f
  if (joins || /^[\p{Mn}\p{Me}]/u.test(character)) return 0
  return WIDE.some(([first, last]) => code >= first && code <= last) ? 2 : 1
}

/** Characters that all take one cell, and one unit of a string: what nearly every text consists of. */
const NARROW = /^[\0-\u02ff]*$/

/** How many cells of a terminal a text without escapes takes. */
export function widthOf(text: string): number {
  if (NARROW.test(text)) return text.length
  let cells = 0
  for (const character of text) cells += cellsOf(character)
  return cells
}

/** Pads with blanks to a width in cells. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}

/** Cuts a text to a width in cells, with `…` in the place of what is gone. */
export function clip(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  let cells = 0
  let kept = ''
  for (const character of text) {
    cells += cellsOf(character)
    if (cells > width - 1) break
    kept += character
  }
  return `${kept}…`
}

/** Stands for a blank at which a line must not break; `wrap` turns it into one. */
export const HELD = '\u00a0'

/** Breaks a text into lines of at most `width` cells, at blanks; a longer word has a line of its own. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  let cells = 0
  for (const word of text.split(/[ \n]+/).filter(part => part !== '')) {
    const wordCells = widthOf(word)
    if (line !== '' && cells + 1 + wordCells > width) {
      lines.push(line)
      line = word
      cells = wordCells
    } else {
      cells += wordCells + (line === '' ? 0 : 1)
      line = line === '' ? word : `${line} ${word}`
    }
  }
  if (line !== '') lines.push(line)
  return lines.map(text => text.replaceAll(HELD, ' '))
}
