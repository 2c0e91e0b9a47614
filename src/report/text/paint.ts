import { styleText } from 'node:util'
import type { Severity } from '../../finding.js'

/** The styles that terminals share. */
export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'blue' | 'cyan'

/** Colours a text, or leaves it alone. */
export type Paint = (style: Style | readonly Style[], text: string) => string

/** A painter that paints or does not. */
export function painter(color: boolean): Paint {
  if (!color) return (_, text) => text
  // The stream is decided on by the caller, so the check of Node must not decide again.
  return (style, text) => (text === '' ? '' : styleText([style].flat() as Style[], text, { validateStream: false }))
}

/** The colour of each severity. It is always written out as well. */
export const SEVERITY_STYLES: Readonly<Record<Severity, readonly Style[]>> = {
  critical: ['bold', 'red'],
  high: ['red'],
  medium: ['yellow'],
  low: ['blue'],
}
