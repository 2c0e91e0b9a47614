/** The paths that a git index holds, `/`-separated, from the top of the work tree. */
export interface GitIndex {
  readonly paths: ReadonlySet<string>
  /** Paths of submodules and of folders collapsed by a sparse index: what is below them is not listed. */
  readonly opaque: ReadonlySet<string>
}

/** One entry of an index, or of a tree. */
export interface GitEntry {
  /** From the top of the work tree, `/`-separated. */
  readonly path: string
  /** The file type bits, one of the constants below, without permissions. */
  readonly type: number
  /** Name of the object, in hexadecimal digits. */
  readonly object: string
  /** 0, or 1 to 3 for the versions of a path with a merge conflict. */
  readonly stage: number
  /** `git add --intent-to-add`: the path alone is known, its content is not staged. */
  readonly intended: boolean
  /** It is not to be in the work tree: a sparse checkout leaves it out. */
  readonly sparse: boolean
  /** Bytes of the file in the work tree when it was staged; 0 when that is not known. Line breaks may differ from the object's. */
  readonly size: number
}

export const DIRECTORY = 0o040000
export const REGULAR = 0o100000
export const LINK = 0o120000
export const GITLINK = 0o160000

const HEADER = 12

/**
 * Reads the paths of an index of version 2, 3 or 4 (https://git-scm.com/docs/index-format, git 2.43). Undefined when it is
 * damaged, of another version, or split into a shared index.
 *
 * @param hashSize bytes of an object name: 20, or 32 in a SHA-256 repository
 */
export function readGitIndex(data: Buffer, hashSize: 20 | 32): GitIndex | undefined {
  const paths = new Set<string>()
  const opaque = new Set<string>()
  const end = eachEntry(data, hashSize, ({ name, mode }) => {
    const path = name.toString('utf8')
    const type = mode & TYPE
    if (type === DIRECTORY) opaque.add(path.replace(/\/$/, ''))
    else paths.add(path)
    if (type === GITLINK) opaque.add(path)
  })
  return end === undefined ? undefined : { paths, opaque }
}

/** All that an index says. */
export interface FullIndex {
  readonly entries: readonly GitEntry[]
  readonly trees: ReadonlyMap<string, string>
}

/** Reads all of an index, in its order. Undefined as in `readGitIndex`. */
export function readFullIndex(data: Buffer, hashSize: 20 | 32): FullIndex | undefined {
  const entries: GitEntry[] = []
  const end = eachEntry(data, hashSize, ({ name, mode, size, object, flags, more }) => {
    entries.push({
      path: name.toString('utf8').replace(/\/$/, ''),
      type: mode & TYPE,
      object: object.toString('hex'),
      stage: (flags >> 12) & 3,
      intended: (more & INTENT_TO_ADD) !== 0,
      sparse: (more & SKIP_WORK_TREE) !== 0,
      size,
    })
  })
  return end === undefined
    ? undefined
    : { entries, trees: knownTrees(extension(data, end, hashSize, 'TREE'), hashSize) }
}

const TYPE = 0o170000
const EXTENDED = 0x4000
const INTENT_TO_ADD = 0x2000
const SKIP_WORK_TREE = 0x4000

interface RawEntry {
  readonly name: Buffer
  readonly mode: number
  readonly size: number
  readonly object: Buffer
  readonly flags: number
  /** The extended flags of version 3 and later; 0 without them. */
  readonly more: number
  readonly end: number
}

/** Calls `take` with every entry, and says where they end; undefined when the index cannot be read. */
function eachEntry(data: Buffer, hashSize: 20 | 32, take: (entry: RawEntry) => void): number | undefined {
  if (data.length < HEADER + hashSize || data.toString('latin1', 0, 4) !== 'DIRC') return undefined
  const version = data.readUInt32BE(4)
  if (version < 2 || version > 4) return undefined
  const count = data.readUInt32BE(8)
  let at = HEADER
  let previous: Buffer = Buffer.alloc(0)
  for (let index = 0; index < count; index++) {
    const entry = readEntry(data, at, version, hashSize, previous)
    if (entry === undefined) return undefined
    take(entry)
    previous = entry.name
    at = entry.end
  }
  return isSplit(data, at, hashSize) ? undefined : at
}

function readEntry(
  data: Buffer,
  start: number,
  version: number,
  hashSize: number,
  previous: Buffer,
): RawEntry | undefined {
  const flagsAt = start + 40 + hashSize
  if (flagsAt + 4 > data.length) return undefined
  const mode = data.readUInt32BE(start + 24)
  const size = data.readUInt32BE(start + 36)
  const flags = data.readUInt16BE(flagsAt)
  const extended = version >= 3 && (flags & EXTENDED) !== 0
  const more = extended ? data.readUInt16BE(flagsAt + 2) : 0
  const object = data.subarray(start + 40, flagsAt)
  const nameAt = flagsAt + (extended ? 4 : 2)
  if (version < 4) {
    const zero = data.indexOf(0, nameAt)
    if (zero === -1) return undefined
    // Entries are padded with 1 to 8 zero bytes to a multiple of eight.
    return {
      name: data.subarray(nameAt, zero),
      mode,
      size,
      object,
      flags,
      more,
      end: start + ((zero - start + 8) & ~7),
    }
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
  return { name, mode, size, object, flags, more, end: zero + 1 }
}

function isSplit(data: Buffer, extensions: number, hashSize: number): boolean {
  return (
    extension(data, extensions, hashSize, 'link')
      ?.subarray(0, hashSize)
      .some(byte => byte !== 0) ?? false
  )
}

function extension(data: Buffer, start: number, hashSize: number, name: string): Buffer | undefined {
  for (let at = start; at + 8 <= data.length - hashSize; ) {
    const size = data.readUInt32BE(at + 4)
    if (data.toString('latin1', at, at + 4) === name) return data.subarray(at + 8, at + 8 + size)
    at += 8 + size
  }
  return undefined
}

/**
 * The folders whose tree objects git knows to be those of the index, with the names of the objects; empty for the top. A
 * folder in which anything was staged since the last commit is not among them.
 */
function knownTrees(data: Buffer | undefined, hashSize: number): ReadonlyMap<string, string> {
  const trees = new Map<string, string>()
  const above: { readonly path: string; left: number }[] = []
  for (let at = 0; data !== undefined && at < data.length; ) {
    const zero = data.indexOf(0, at)
    const end = data.indexOf(0x0a, zero)
    const [, count = '', folders = ''] = /^(-?\d{1,9}) (\d{1,9})$/.exec(data.toString('latin1', zero + 1, end)) ?? []
    if (zero === -1 || end === -1 || count === '') break
    const parent = above.at(-1)
    const name = data.toString('utf8', at, zero)
    const path = parent === undefined || parent.path === '' ? name : `${parent.path}/${name}`
    at = end + 1
    if (Number(count) >= 0) {
      trees.set(path, data.toString('hex', at, at + hashSize))
      at += hashSize
    }
    if (parent) parent.left--
    above.push({ path, left: Number(folders) })
    while (above.at(-1)?.left === 0) above.pop()
  }
  return trees
}
