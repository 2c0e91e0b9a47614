const SIMPLE: Readonly<Record<string, number>> = {
  a: 7,
  b: 8,
  f: 12,
  n: 10,
  r: 13,
  t: 9,
  v: 11,
  '\\': 92,
  "'": 39,
  '"': 34,
}

/** What an interpreted string or rune between its quotes stands for. Bytes (`\xff`) that are no UTF-8 become U+FFFD. */
export function unescapeGo(inner: string): string {
  if (!inner.includes('\\')) return inner
  const bytes: Buffer[] = []
  let text = ''
  const flush = () => {
    if (text !== '') bytes.push(Buffer.from(text, 'utf8'))
    text = ''
  }
  for (const [piece, octal, hex, wide, plain] of inner.matchAll(
    /\\(?:([0-7]{3})|x([0-9a-fA-F]{2})|(?:u([0-9a-fA-F]{4})|U[0-9a-fA-F]{8})|([\s\S]))|[^\\]+|\\/g,
  )) {
    if (octal !== undefined || hex !== undefined) {
      flush()
      bytes.push(Buffer.from([octal !== undefined ? Number.parseInt(octal, 8) & 0xff : Number.parseInt(hex ?? '', 16)]))
    } else if (wide !== undefined || piece.startsWith('\\U')) text += codePoint(Number.parseInt(piece.slice(2), 16))
    else if (plain !== undefined) text += Object.hasOwn(SIMPLE, plain) ? codePoint(SIMPLE[plain] ?? 0) : plain
    else text += piece
  }
  if (bytes.length === 0) return text
  flush()
  return Buffer.concat(bytes).toString('utf8')
}

function codePoint(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
}

/** The number of an integer literal of Go: any base, with `_`. Beyond 2^53 it is the nearest that a double holds. */
export function integerOf(written: string): number {
  const digits = written.replaceAll('_', '')
  if (/^0[0-7]+$/.test(digits)) return Number(BigInt(`0o${digits}`))
  // Number() itself rounds long hexadecimal numbers correctly, too.
  return Number(digits)
}

/** The number of a floating-point literal, hexadecimal ones (`0x1p-2`) included. */
export function floatOf(written: string): number {
  const digits = written.replaceAll('_', '')
  const hex = /^0[xX]([0-9a-fA-F]*)\.?([0-9a-fA-F]*)[pP]([+-]?\d+)$/.exec(digits)
  if (!hex) return Number(digits)
  const [, whole = '', fraction = '', exponent = '0'] = hex
  return Number.parseInt(whole + fraction || '0', 16) * 2 ** (Number(exponent) - 4 * fraction.length)
}

/** The number of a rune literal between its quotes; `\\xff` is 255, whatever that is in UTF-8. */
export function runeOf(inner: string): number {
  const byte = /^\\(?:x([0-9a-fA-F]{2})|([0-7]{3}))$/.exec(inner)
  if (byte) return byte[1] !== undefined ? Number.parseInt(byte[1], 16) : Number.parseInt(byte[2] ?? '', 8)
  return unescapeGo(inner).codePointAt(0) ?? 0
}
