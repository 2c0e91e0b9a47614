import { entropy } from './secret-values.js'

/** A private key in PEM armour. */
export interface PrivateKey {
  /** Offsets of the block, both armour lines included. */
  readonly start: number
  readonly end: number
  /** `RSA private key`, `OpenSSH private key, encrypted`. */
  readonly name: string
  readonly encrypted: boolean
  /** Characters of the body. */
  readonly length: number
}

/** What every block begins with. */
export const PEM_KEYWORD = '-----BEGIN '

const BEGIN = /-----BEGIN ((?:RSA |EC |DSA |OPENSSH |ENCRYPTED |PGP )?PRIVATE KEY)( BLOCK)?-----/y
const LONGEST_BODY = 20_000

/** Keys that documentation and tools ship for everybody, by a piece of their body. */
const PUBLISHED: readonly string[] = [
  // jwt.io's example.
  'MIIEvwIBADANBgkqhkiG9w0BAQEFAASCBKkwggSlAgEAAoIBAQC7VJTUt9Us8cKj',
  // https://github.com/hashicorp/vagrant/tree/main/keys
  'MIIEogIBAAKCAQEA6NF8iallvQVp22WDkTkyrtvp9eWW6A8YVr',
]

/** An OpenSSH key without passphrase says so in its header: cipher `none`. */
const OPENSSH_PLAIN = 'b3BlbnNzaC1rZXktdjEAAAAABG5vbmU'

/**
 * The private key whose armour begins at an offset, when its body is plausible: base64 of at least 100 characters (64
 * for Ed25519) that begins as DER or OpenSSH do, in lines, or joined with `\n` in a string. Undefined for public keys,
 * certificates, empty and abridged blocks, and keys that documentation publishes.
 */
export function privateKeyAt(text: string, start: number): PrivateKey | undefined {
  BEGIN.lastIndex = start
  const begin = BEGIN.exec(text)
  if (!begin) return undefined
  const from = BEGIN.lastIndex
  const footer = text.slice(from, from + LONGEST_BODY).indexOf('-----END ')
  if (footer === -1) return undefined
  const inside = text.slice(from, from + footer)
  if (inside.includes(PEM_KEYWORD)) return undefined
  const pgp = begin[2] !== undefined
  const body = bodyOf(inside)
  if (body === undefined || !isPlausible(body, pgp)) return undefined
  const kind = begin[1] ?? 'PRIVATE KEY'
  const encrypted = kind.startsWith('ENCRYPTED') || /Proc-Type:\s*4,ENCRYPTED/.test(inside) || isLockedOpenSsh(body)
  const closed = text.indexOf('-----', from + footer + 9)
  const end = closed === -1 || closed > from + footer + 60 ? from + footer : closed + 5
  return { start, end, name: nameOf(kind, encrypted), encrypted, length: body.length }
}

function nameOf(kind: string, encrypted: boolean): string {
  const type = kind
    .replace(/ ?PRIVATE KEY$/, '')
    .replace('ENCRYPTED', '')
    .replace('OPENSSH', 'OpenSSH')
  return `${type === '' ? 'Private key' : `${type} private key`}${encrypted ? ', encrypted' : ''}`
}

/** The base64 without line breaks, quotes, indentation and PEM headers; undefined when there is anything else in it. */
function bodyOf(inside: string): string | undefined {
  const lines = inside.replace(/\\r|\\n|\\t/g, '\n').split(/[\r\n]+/)
  let body = ''
  for (const line of lines) {
    const text = line.replace(/^[\s"'`+|>*#/,;-]+(?=$|[A-Za-z0-9+/=:])/, '').replace(/[\s"'`+\\,;]+$/, '')
    if (text === '' || /^[A-Za-z][A-Za-z0-9-]{2,20}:\s/.test(text)) continue
    if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return undefined
    body += text
  }
  return body
}

function isPlausible(body: string, pgp: boolean): boolean {
  if (PUBLISHED.some(known => body.startsWith(known))) return false
  const form = pgp || /^(?:M[CHI]|b3BlbnNzaC1rZXktdjE)/.test(body)
  const long = body.length >= (body.startsWith('MC4CAQAw') ? 64 : 100)
  return form && long && entropy(body.slice(0, 4000)) >= (body.length < 100 ? 4 : 4.5)
}

function isLockedOpenSsh(body: string): boolean {
  return body.startsWith('b3BlbnNzaC1rZXktdjE') && !body.startsWith(OPENSSH_PLAIN)
}
