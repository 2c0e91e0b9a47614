/** The paths that a git index holds, `/`-separated, from the top of the work tree. */
export interface GitIndex {
  readonly paths: ReadonlySet<string>
  /** Paths of submodules and of folders collapsed by a sparse index: what is below them is not listed. */
  readonly opaque: ReadonlySet<string>
}

const HEADER = 12
const DIRECTORY = 0o040000
const GITLINK = 0o160000

/**
 * Reads an index of version 2, 3 or 4 (https://git-scm.com/docs/index-format, git 2.43). Undefined when it is damaged, of
 * another version, or split into a shared index.
 *
 * @param hashSize bytes of an object name: 20, or 32 in a SHA-256 repository
 */
export function readGitIndex(data: Buffer, hashSize: 20 | 32): GitIndex | undefined {
  if (data.length < HEADER + hashSize || data.toString('latin1', 0, 4) !== 'DIRC') return undefined
  const version = data.readUInt32BE(4)
  if (version < 2 || version > 4) return undefined
  const count = data.readUInt32BE(8)
  const paths = new Set<string>()
  const opaque = new Set<string>()
  let at = HEADER
  let previous: Buffer = Buffer.alloc(0)
  for (let index = 0; index < count; index++) {
    const entry = readEntry(data, at, version, hashSize, previous)
    if (entry === undefined) return undefined
    const path = entry.name.toString('utf8')
    if (entry.mode === DIRECTORY) opaque.add(path.replace(/\/$/, ''))
    else paths.add(path)
    if (entry.mode === GITLINK) opaque.add(path)
    previous = entry.name
    at = entry.end
  }
  return isSplit(data, at, hashSize) ? undefined : { paths, opaque }
}

function readEntry(data: Buffer, start: number, version: number, hashSize: number, previous: Buffer) {
  const flagsAt = start + 40 + hashSize
  if (flagsAt + 4 > data.length) return undefined
  const mode = data.readUInt32BE(start + 24) & 0o170000
  const extended = version >= 3 && (data.readUInt16BE(flagsAt) & 0x4000) !== 0
  const nameAt = flagsAt + (extended ? 4 : 2)
  if (version < 4) {
    const zero = data.indexOf(0, nameAt)
    if (zero === -1) return undefined
    // Entries are padded with 1 to 8 zero bytes to a multiple of eight.
    return { name: data.subarray(nameAt, zero), mode, end: start + ((zero - start + 8) & ~7) }
  }
  let at = nameAt
  let byte = data[at++] ?? 0
  let dropped = byte & 0x7f
  while (byte & 0x80) {
    if (at - nameAt > 4) return undefined
    byte = data[at++] ?? 0
    dropped = ((dropped + 1) << 7) | (byte & 0x7f)
  }
  const zero = data.indexOf(0, at)
  if (zero === -1 || dropped > previous.length) return undefined
  const name = Buffer.concat([previous.subarray(0, previous.length - dropped), data.subarray(at, zero)])
  return { name, mode, end: zero + 1 }
}

function isSplit(data: Buffer, extensions: number, hashSize: number): boolean {
  for (let at = extensions; at + 8 <= data.length - hashSize; ) {
    const size = data.readUInt32BE(at + 4)
    if (data.toString('latin1', at, at + 4) === 'link') {
      return data.subarray(at + 8, at + 8 + hashSize).some(byte => byte !== 0)
    }
    at += 8 + size
  }
  return false
}
