import { applyDelta, deltaSizes } from './delta.js'
import { BEGINNING, inflateStart, inflateTo, openParts, type PartReader } from './reader.js'

export type ObjectType = 'commit' | 'tree' | 'blob' | 'tag'

/** An object of git, unpacked. */
export interface GitObject {
  readonly type: ObjectType
  readonly data: Buffer
}

/** A pack file with its index (https://git-scm.com/docs/gitformat-pack, git 2.43). */
export interface Pack {
  /** Where an object begins; undefined when it is not in this pack. */
  readonly find: (name: string) => number | undefined
  /** Up to `most` names that begin with these hexadecimal digits, at least two. */
  readonly beginning: (digits: string, most: number) => readonly string[]
  /** The object that begins there. `outside` reads what it was packed against when that is not in this pack. */
  readonly read: (offset: number, limit: number, outside: Outside) => GitObject | undefined
  /** The bytes of the object unpacked, for the cost of its header. */
  readonly size: (offset: number) => number | undefined
  readonly close: () => void
}

type Outside = (name: string) => GitObject | undefined

const TYPES: readonly (ObjectType | undefined)[] = [undefined, 'commit', 'tree', 'blob', 'tag']
const OFFSET_DELTA = 6
const REFERENCE_DELTA = 7
/** Git makes chains of at most 4,095 deltas. */
const LONGEST_CHAIN = 4_096
const FANOUT = 256 * 4
/** Bytes of a file that is read at once: an index of half a million objects, and the packs of most repositories. */
const IN_MEMORY = 16 * 1024 * 1024
/** Bytes of unpacked objects that are kept, because others are packed against them. */
const KEPT = 32 * 1024 * 1024

/** Opens a pack by the path of its `.idx`; undefined when it cannot be read. `hashSize` is that of the repository. */
export function openPack(indexPath: string, hashSize: 20 | 32): Pack | undefined {
  const index = openParts(indexPath, IN_MEMORY)
  const pack = index && openParts(indexPath.replace(/\.idx$/, '.pack'), IN_MEMORY)
  const table = index && readTable(index, hashSize)
  if (!index || !pack || !table || pack.read(0, 4).toString('latin1') !== 'PACK') {
    index?.close()
    pack?.close()
    return undefined
  }
  const kept = keeper<GitObject>(KEPT, ({ data }) => data.length)
  return {
    find: name => {
      const place = table.find(name)
      return place === undefined ? undefined : table.offset(place)
    },
    beginning: table.beginning,
    read: (offset, limit, outside) => readObject(pack, { offset, limit, outside, hashSize, table, kept }),
    size: offset => sizeOf(pack, offset, hashSize),
    close: () => {
      index.close()
      pack.close()
    },
  }
}

interface Table {
  readonly find: (name: string) => number | undefined
  readonly beginning: (digits: string, most: number) => readonly string[]
  readonly offset: (place: number) => number | undefined
}

/** The sorted names of a pack, versions 1 and 2. They are searched in the file: nothing but the fan-out is kept. */
function readTable(index: PartReader, hashSize: 20 | 32): Table | undefined {
  const head = index.read(0, 8)
  const isSecond = head.toString('latin1', 0, 4) === '\u00fftOc'
  if (isSecond && head.readUInt32BE(4) !== 2) return undefined
  const fanoutAt = isSecond ? 8 : 0
  const fanout = index.read(fanoutAt, FANOUT)
  if (fanout.length < FANOUT) return undefined
  const count = fanout.readUInt32BE(FANOUT - 4)
  const namesAt = fanoutAt + FANOUT
  const step = isSecond ? hashSize : hashSize + 4
  const nameAt = (place: number) => index.read(namesAt + place * step + (isSecond ? 0 : 4), hashSize).toString('hex')
  const first = (digits: string): number => {
    const byte = Number.parseInt(digits.slice(0, 2), 16)
    let low = byte === 0 ? 0 : fanout.readUInt32BE((byte - 1) * 4)
    let high = Math.min(fanout.readUInt32BE(byte * 4), count)
    while (low < high) {
      const middle = Math.floor((low + high) / 2)
      if (nameAt(middle) < digits) low = middle + 1
      else high = middle
    }
    return low
  }
  return {
    find: name => {
      const place = first(name)
      return place < count && nameAt(place) === name ? place : undefined
    },
    beginning: (digits, most) => {
      const names: string[] = []
      for (let place = first(digits); place < count && names.length < most; place++) {
        const name = nameAt(place)
        if (!name.startsWith(digits)) break
        names.push(name)
      }
      return names
    },
    offset: place => {
      if (!isSecond) return numberAt(index, namesAt + place * step)
      const offsetsAt = namesAt + count * (hashSize + 4)
      const offset = numberAt(index, offsetsAt + place * 4)
      if (offset === undefined || offset < 0x8000_0000) return offset
      const large = index.read(offsetsAt + count * 4 + (offset - 0x8000_0000) * 8, 8)
      return large.length < 8 ? undefined : Number(large.readBigUInt64BE(0))
    },
  }
}

function numberAt(index: PartReader, at: number): number | undefined {
  const data = index.read(at, 4)
  return data.length < 4 ? undefined : data.readUInt32BE(0)
}

interface Reading {
  readonly offset: number
  readonly limit: number
  readonly outside: Outside
  readonly hashSize: 20 | 32
  readonly table: Table
  readonly kept: Keeper<GitObject>
}

/** Goes down the chain of deltas to something whole, and applies them on the way back. */
function readObject(pack: PartReader, reading: Reading): GitObject | undefined {
  const deltas: { readonly offset: number; readonly data: Buffer }[] = []
  let next: number | GitObject | undefined = reading.offset
  let bytes = 0
  while (typeof next === 'number' && deltas.length < LONGEST_CHAIN && bytes <= 2 * reading.limit) {
    const step: GitObject | Delta | undefined = reading.kept.get(String(next)) ?? readStep(pack, next, reading)
    if (step !== undefined && 'base' in step) deltas.push({ offset: next, data: step.data })
    bytes += step?.data.length ?? 0
    next = step !== undefined && 'base' in step ? step.base : step
  }
  if (typeof next === 'number') return undefined
  for (const delta of deltas.reverse()) {
    const data = next && applyDelta(next.data, delta.data, reading.limit)
    if (!next || !data) return undefined
    next = reading.kept.put(String(delta.offset), { type: next.type, data })
  }
  return next
}

/** A delta, with where that is which it was made against: in the same pack, or already read from another. */
interface Delta {
  readonly data: Buffer
  readonly base: number | GitObject
}

function readStep(pack: PartReader, offset: number, reading: Reading): GitObject | Delta | undefined {
  const entry = readEntry(pack, offset, reading.hashSize)
  const data = entry && entry.size <= reading.limit ? unpack(pack, entry.at, entry.size) : undefined
  if (entry === undefined || data === undefined) return undefined
  if (entry.type !== undefined) return reading.kept.put(String(offset), { type: entry.type, data })
  if (entry.base === undefined) return entry.before === undefined ? undefined : { data, base: entry.before }
  const place = reading.table.find(entry.base)
  const base = place === undefined ? reading.outside(entry.base) : reading.table.offset(place)
  return base === undefined ? undefined : { data, base }
}

interface PackEntry {
  /** Undefined for a delta. */
  readonly type: ObjectType | undefined
  /** Bytes when unpacked: of the object, or of the delta. */
  readonly size: number
  /** Where the compressed bytes begin. */
  readonly at: number
  /** What a delta was made against: an offset in the same pack, or a name. */
  readonly before?: number
  readonly base?: string
}

function readEntry(pack: PartReader, offset: number, hashSize: number): PackEntry | undefined {
  const head = pack.read(offset, 64)
  let at = 0
  let byte = head[at++] ?? 0
  const kind = (byte >> 4) & 7
  let size = byte & 15
  for (let shift = 4; byte & 0x80; shift += 7) {
    if (shift > 46 || at >= head.length) return undefined
    byte = head[at++] ?? 0
    size += (byte & 0x7f) * 2 ** shift
  }
  if (kind === REFERENCE_DELTA) {
    const base = head.toString('hex', at, at + hashSize)
    return { type: undefined, size, at: offset + at + hashSize, base }
  }
  if (kind !== OFFSET_DELTA) return TYPES[kind] && { type: TYPES[kind], size, at: offset + at }
  byte = head[at++] ?? 0
  let back = byte & 0x7f
  for (let count = 0; byte & 0x80; count++) {
    if (count > 7) return undefined
    byte = head[at++] ?? 0
    back = (back + 1) * 128 + (byte & 0x7f)
  }
  return back > 0 && back < offset ? { type: undefined, size, at: offset + at, before: offset - back } : undefined
}

/** How long the compressed bytes are is not written: deflate makes nothing much longer, other writers hardly. */
function unpack(pack: PartReader, at: number, size: number): Buffer | undefined {
  const likely = size + (size >> 3) + 128
  return inflateTo(size, pack.read(at, likely)) ?? inflateTo(size, pack.read(at, likely * 3))
}

function sizeOf(pack: PartReader, offset: number, hashSize: number): number | undefined {
  const entry = readEntry(pack, offset, hashSize)
  if (entry === undefined || entry.type !== undefined) return entry?.size
  const start = inflateStart(pack.read(entry.at, BEGINNING))
  return start && deltaSizes(start)?.result
}

interface Keeper<T> {
  readonly get: (key: string) => T | undefined
  readonly put: (key: string, value: T) => T
}

/** Keeps what was used last, up to a number of bytes. */
function keeper<T>(most: number, sizeOfOne: (value: T) => number): Keeper<T> {
  const values = new Map<string, T>()
  let bytes = 0
  return {
    get: key => {
      const value = values.get(key)
      if (value !== undefined) {
        values.delete(key)
        values.set(key, value)
      }
      return value
    },
    put: (key, value) => {
      if (sizeOfOne(value) > most / 8) return value
      const before = values.get(key)
      if (before !== undefined) bytes -= sizeOfOne(before)
      values.delete(key)
      values.set(key, value)
      bytes += sizeOfOne(value)
      for (const [oldest, old] of values) {
        if (bytes <= most) break
        values.delete(oldest)
        bytes -= sizeOfOne(old)
      }
      return value
    },
  }
}
