// biome-ignore-all lint/suspicious/noControlCharactersInRegex: finding control characters is its purpose

/** CSI and OSC sequences of terminals (ECMA-48), the rest of an unfinished one included. */
const ESCAPES =
  /(?:\u001b\[|\u009b)[0-?]{0,64}[ -/]{0,8}[@-~]?|(?:\u001b\]|\u009d)[^\u0007\u001b\u009c]{0,4096}(?:\u0007|\u001b\\|\u009c)?|\u001b[ -~]?/g

/** Control characters, and the marks that make text read in another order than it is written (Unicode TR36). */
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g

/**
 * Text from outside, made safe to print: no terminal sequences, no control characters, no marks of direction. Line
 * breaks and tabs become blanks, or stay line breaks with `lines`.
 */
export function plain(text: string, options: { readonly lines?: boolean } = {}): string {
  const broken = text.replace(/\r\n?/g, '\n').replaceAll('\t', '  ')
  const joined = options.lines ? broken : broken.replace(/\s*\n\s*/g, ' ')
  return joined.replace(ESCAPES, '').replace(CONTROLS, '')
}
