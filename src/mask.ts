/** A half-open range of a line, in UTF-16 units. */
export interface Region {
  readonly start: number
  readonly end: number
}

const SECRET_WORD =
  /pass(?:word|wd|phrase)|pass$|pwd|secret|token|credential|salt$|(?:api|access|private|encryption|signing|license)[_-]?key|[_-]key$/i
/** What every name and option that speaks of a secret has in it; most lines have nothing of it. */
const HINT = /pass|pwd|secret|token|credential|salt|key|master/i
const NO_SECRET =
  /^(?:secrets|tokens)$|_?file$|[_-](?:path|dir|url|uri|name|ttl|expiry|expires(?:_in)?|length|algorithm|public_key)$|public[_-]?key$/i

/** Values that tell nothing: a reference, a switch, a small number, a mounted secret, the head of a block, an escaped quote. */
const TELLS_NOTHING =
  /^(?:\$\$?\{?[A-Za-z_]\w*\}?|\$\{[A-Za-z_]\w*:?\?[^}]*\}|\$\{\{[^}]*\}\}|[Tt]rue|[Ff]alse|null|None|nil|undefined|yes|no|\d{1,4}|\/run\/secrets\/[\w./-]*|[|>][-+\d]*|\{|\[|\\+|[*&!][\w-]+)$/

/** Credentials that providers make, by their fixed beginnings, and runs of letters and digits long enough to be keys. */
const TOKEN =
  /\b(?:(?:sk|pk|rk)[_-](?:live|test|proj|ant)[_-][\w-]+|gh[pousr]_\w{16,}|github_pat_\w+|glpat-[\w-]+|AKIA[A-Z0-9]{12,}|ASIA[A-Z0-9]{12,}|xox[abeprs]-[\w-]+|AIza[\w-]{30,}|eyJ[\w-]{8,}(?:\.[\w-]+){1,2}|SG\.[\w-]+\.[\w-]+|npm_\w{30,}|hf_\w{20,}|dop_v1_\w+)/g
const LONG_RUN = /[A-Za-z0-9+=_]{20,}/g
/** What people write that is as long and as mixed: the name of a variable, and a setting with a number or a size. */
const WRITTEN =
  /^(?:[A-Z]{2,16}(?:_(?:[A-Z]{1,16}|\d{1,3}[A-Z]{0,3})){2,}|[a-z]{2,16}(?:_[a-z]{1,16}){0,8}=\d{1,6}(?:[kKMGT]i?B?)?)$/
/** What SQL gives an account: `IDENTIFIED BY '…'`, `PASSWORD '…'`. */
const IN_STATEMENT =
  /\b(?:IDENTIFIED\s{1,9}(?:WITH\s{1,9}\S{1,60}\s{1,9})?(?:BY|AS)|PASSWORD)\s{1,9}['"]([^'"]{1,300})['"]/gi
/** `Authorization: Bearer …`, and `ENV NAME value` of a Dockerfile. */
const BEARER = /\b(?:Bearer|Basic)\s+([\w.~+/=-]{8,})/gi
const SPACED_ENV = /^\s*(?:ENV|ARG)\s+([A-Za-z_]\w*)\s+(?=\S)(?!=)/i

/**
 * What must not be shown of a line: the values of variables and keys whose names speak of secrets, passwords in URLs and
 * options, provider tokens, long keys. Errs on the side of hiding. `previous` is the line above, for values that stand
 * below their name. In a line of program code (`isCode`) a value is an expression, of which texts and numbers are hidden.
 */
export function secretRegions(line: string, previous = '', isCode = false): readonly Region[] {
  const found: Region[] = []
  const add = (start: number, end: number) => {
    if (end > start) found.push({ start, end })
  }
  const indent = indentOf(line)
  const hinted = HINT.test(line)
  if (announcesSecret(previous) && (indent > indentOf(previous) || /^\s*["'-]/.test(line)))
    addValue(line, indent, isCode, add)
  if (hinted) addNamed(line, isCode, add)
  for (const match of line.matchAll(/:\/\/(?:\$\{[^}]*\}|\$(?!\{)|[^\s:@/"'$])*:([^\s"']+)@/g)) {
    const [all, password = ''] = match
    const start = match.index + all.length - 1 - password.length
    if (!TELLS_NOTHING.test(password)) add(start, start + password.length)
  }
  for (const { start, end } of optionValues(line, hinted)) add(start, end)
  for (const match of line.matchAll(IN_STATEMENT)) {
    const end = match.index + match[0].length - 1
    add(end - (match[1] ?? '').length, end)
  }
  for (const match of line.matchAll(TOKEN)) add(match.index, match.index + match[0].length)
  for (const match of line.matchAll(BEARER)) {
    const end = match.index + match[0].length
    add(end - (match[1] ?? '').length, end)
  }
  for (const { start, end } of randomRuns(line)) add(start, end)
  if (/^\s*[A-Za-z0-9+/]{40,}={0,2}\s*$/.test(line)) add(line.length - line.trimStart().length, line.trimEnd().length)
  return merged(found)
}

type Add = (start: number, end: number) => void

/** The values of variables and keys with such names. */
function addNamed(line: string, isCode: boolean, add: Add): void {
  // Not behind `${` or `--`: those have rules of their own.
  for (const match of line.matchAll(/(?<!\$\{|-|\w)[A-Za-z_][\w.-]*(?=["']?\s{0,4}[:=])/g)) {
    if (isSecretName(match[0]))
      addValue(line, match.index + match[0].length, isCode, add, quoteBefore(line, match.index))
  }
  for (const match of line.matchAll(/\$\{(\w+):?[-+=]([^}]+)/g)) {
    const [all, name = '', fallback = ''] = match
    if (isSecretName(name)) add(match.index + all.length - fallback.length, match.index + all.length)
  }
  const spaced = SPACED_ENV.exec(line)
  if (spaced && isSecretName(spaced[1] ?? '')) addValue(line, spaced[0].length, isCode, add)
}

/** Letters and digits that look thrown: 32 and more of both, or 20 and more with several capitals, small letters and digits. */
function randomRuns(text: string): readonly Region[] {
  return [...text.matchAll(LONG_RUN)].flatMap(({ 0: run, index }) => {
    const least = run.length < 32 ? 2 : 1
    const thrown =
      count(run, /\d/g) >= least &&
      (run.length >= 32 ? /[A-Za-z]/.test(run) : count(run, /[A-Z]/g) >= 2 && count(run, /[a-z]/g) >= 2)
    const digest = thrown && /sha(?:256|384|512)[:-]$/.test(text.slice(Math.max(0, index - 10), index))
    return thrown && !digest && !WRITTEN.test(run) ? [{ start: index, end: index + run.length }] : []
  })
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

/** A message with what must not be shown masked: secrets in the commands and values that it quotes, and keys anywhere. */
export function maskMessage(message: string): string {
  const quoted = message.replace(/"[^"]{8,}"/g, part => maskLine(part, secretRegions(part)))
  return maskLine(quoted, randomRuns(quoted))
}

/**
 * The same for a line that a finding about a secret points at: if nothing of the pointed part is hidden yet, the value
 * that it holds or that stands behind it is.
 */
export function pointedRegions(line: string, previous: string, pointed: Region, isCode = false): readonly Region[] {
  const regions = secretRegions(line, previous, isCode)
  const hidden = regions.some(({ start, end }) => start < pointed.end && end > pointed.start)
  const behind = regions.some(({ start }) => start >= pointed.end)
  if (hidden) return regions
  const text = line.slice(pointed.start, pointed.end)
  const inside = /^[-\s"']*[A-Za-z_][\w.-]*["']?\s*[:=]\s*/.exec(text)
  if (inside && inside[0].length < text.length) {
    return merged([...regions, { start: pointed.start + inside[0].length, end: pointed.end }])
  }
  const next = /^["']?\s*[:=]\s*/.exec(line.slice(pointed.end))
  if (next) return behind ? regions : merged([...regions, { start: pointed.end + next[0].length, end: line.length }])
  return TELLS_NOTHING.test(text.trim()) ? regions : merged([...regions, pointed])
}

/** A line with every such region replaced by `********`, which tells no length. */
export function maskLine(line: string, regions: readonly Region[]): string {
  let masked = ''
  let at = 0
  for (const { start, end } of regions) {
    masked += `${line.slice(at, start)}********`
    at = end
  }
  return masked + line.slice(at)
}

function isSecretName(name: string): boolean {
  return SECRET_WORD.test(name) && !NO_SECRET.test(name)
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}

function quoteBefore(line: string, at: number): string | undefined {
  const quote = line[at - 1]
  return quote === '"' || quote === "'" ? quote : undefined
}

/** The value behind a name that ends at `from`, up to the end of its quotes, of its flow entry, or of the line. */
function addValue(line: string, from: number, isCode: boolean, add: Add, opened?: string): void {
  const rest = line.slice(from)
  const lead = /^(["']?)\s*(?:[:=]\s*)?(?:-\s+)?/.exec(rest)
  const closesName = opened !== undefined && lead?.[1] === opened
  const outer = opened !== undefined && !closesName ? opened : undefined
  const start = from + (lead?.[0].length ?? 0)
  const value = line.slice(start)
  const quote = outer ?? (/^["']/.test(value) ? value[0] : undefined)
  const skip = outer === undefined && quote !== undefined ? 1 : 0
  if (isCode && (quote === undefined || value.startsWith(quote.repeat(3)))) {
    addLiterals(line, start, add)
    return
  }
  const end = quote === undefined ? endOfPlain(line, start) : endOfQuoted(line, start + skip, quote)
  const shown = line.slice(start + skip, end).trim()
  if (shown === '' || TELLS_NOTHING.test(shown) || isReferenceWithDefault(shown)) return
  add(start + skip, end)
}

/** The texts and numbers of an expression; not the names of variables that it asks for. */
function addLiterals(line: string, from: number, add: Add): void {
  for (const { 0: all, 1: quote = '', 2: inner = all, index } of line.slice(from).matchAll(LITERAL)) {
    const start = from + index + quote.length
    const isName = /^[A-Z][A-Z0-9_]*$/.test(inner) && ASKS.test(line.slice(0, from + index))
    if (inner !== '' && !isName && !TELLS_NOTHING.test(inner)) add(start, start + inner.length)
  }
}

/** What stands before the name of a variable that is read: `os.getenv(`, `environ[`, `config.get(`. */
const ASKS = /(?:env|environ|get|getString|getOrThrow)\s{0,4}[([]$/i

/** A text in quotes, or one that goes on in the next line; a number of five digits and more. */
const LITERAL = /("{3}|'{3}|["'`])((?:\\.|(?!\1)[^\\])*)\1?|(?<![\w.])(?:0x[\da-f]+|\d{5,})\b/gi

/** `${X:-default}` is handled by its own rule, which leaves the name readable. */
function isReferenceWithDefault(value: string): boolean {
  return /^\$\{\w+:?[-+=][^}]*\}$/.test(value) && isSecretName(/\w+/.exec(value)?.[0] ?? '')
}

function endOfPlain(line: string, start: number): number {
  const inFlow = /[[{][^\]}]*$/.test(line.slice(0, start))
  const stop = (inFlow ? /[,}\]]|\s+#/ : /\s+#/).exec(line.slice(start))
  return stop ? start + stop.index : line.trimEnd().length
}

function endOfQuoted(line: string, start: number, quote: string): number {
  for (let at = start; at < line.length; at++) {
    if (line[at] === '\\' && quote === '"') at++
    else if (line[at] === quote) return at
  }
  return line.length
}

/** `--password x`, `requirepass x`, `-a x` of redis-cli, `-px` of the MySQL clients; in shells and in YAML or JSON lists. */
function optionValues(line: string, hinted: boolean): readonly Region[] {
  const named = [
    /(?:^|[\s"'[])--?[\w-]*(?:pass(?:word)?|secret|token|[_-]key)[\w-]*(?:=|\s+|["'],\s*["'])([^\s"',\]]+)/gi,
    /\b(?:requirepass|masterauth|masteruser)(?:\s+|["'],\s*["'])([^\s"',\]]+)/gi,
  ]
  const patterns = [
    ...(hinted ? named : []),
    ...(/redis-(?:cli|benchmark)|valkey-cli/.test(line)
      ? [/\s["']?(?:-a|--pass)(?:\s+|["'],\s*["'])([^\s"',\]]+)/g]
      : []),
    ...(/mysql|mariadb/.test(line) ? [/[\s"']-p([^\s"',\]]+)/g] : []),
  ]
  return patterns.flatMap(pattern =>
    [...line.matchAll(pattern)].flatMap(match => {
      const value = match[1] ?? ''
      const end = match.index + match[0].length
      return TELLS_NOTHING.test(value) || value.startsWith('-') ? [] : [{ start: end - value.length, end }]
    }),
  )
}

/** Whether a line ends with a name or option whose value must stand on the next one. */
function announcesSecret(line: string): boolean {
  if (!HINT.test(line)) return false
  const named = /([A-Za-z_-][\w.-]*)["']?\s*(:\s*(?:[|>][-+\d]*)?|,)?\s*$/.exec(line.slice(-200))
  const name = named?.[1] ?? ''
  if (named?.[2]?.startsWith(':')) return isSecretName(name)
  return /^(?:-{0,2}requirepass|-{0,2}masterauth|--?[\w-]*(?:pass(?:word)?|secret|token|[_-]key)[\w-]*)$/i.test(name)
}

function merged(regions: readonly Region[]): readonly Region[] {
  const result: Region[] = []
  for (const region of regions.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1)
    if (last && region.start <= last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, region.end) }
    else result.push(region)
  }
  return result
}
