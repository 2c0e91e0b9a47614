import type { Example } from './rule.js'

/** One file of a rule's example, without its marks. */
export interface ExampleFile {
  readonly path: string
  readonly text: string
  readonly marks: readonly ExampleMark[]
}

/** A finding that is expected on a line (from 1), and a part of its message. */
export interface ExampleMark {
  readonly line: number
  readonly match: string
  /** Whether the mark stood on a line of its own, above the marked one. */
  readonly alone: boolean
}

/** `#! text` or `//! text`. The blank tells a mark from the `#!/bin/sh` of a script. */
const MARK = /^(.*?)(#!|\/\/!) (.*)$/

/** The files of an example in the order written: indentation common to all lines removed, marks taken out and listed. */
export function readExample(example: Example): readonly ExampleFile[] {
  return Object.entries(example).map(([path, text]) => {
    const lines: string[] = []
    const marks: ExampleMark[] = []
    for (const line of dedent(text)) {
      const [, before, , match] = MARK.exec(line) ?? []
      if (before === undefined || match === undefined) {
        lines.push(line)
        continue
      }
      const alone = before.trim() === ''
      marks.push({ line: lines.length + 1, match: match.trim(), alone })
      if (!alone) lines.push(before.trimEnd())
    }
    return { path, text: `${lines.join('\n')}\n`, marks }
  })
}

/** The lines of a template text without its first and last empty line and without the indentation that all lines share. */
function dedent(text: string): readonly string[] {
  const lines = text.split('\n')
  if (lines[0]?.trim() === '') lines.shift()
  if (lines.at(-1)?.trim() === '') lines.pop()
  const written = lines.filter(line => line.trim() !== '')
  const indent = Math.min(...written.map(line => line.length - line.trimStart().length))
  return lines.map(line => line.slice(Number.isFinite(indent) ? indent : 0))
}
