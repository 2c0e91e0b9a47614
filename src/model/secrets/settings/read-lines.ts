import type { Source, Span } from '../../../source.js'
import { isDevelopmentPath } from '../../purpose.js'
import { MOST_SETTINGS, type Setting } from './settings.js'
import { withoutXmlComments } from './xml-comments.js'

const LONGEST_LINE = 4_096

interface Line {
  readonly text: string
  /** Where it begins in the file. */
  readonly start: number
}

function* linesOf(text: string): Generator<Line> {
  let start = 0
  for (let count = 0; start <= text.length && count < MOST_SETTINGS; count++) {
    const end = text.indexOf('\n', start)
    const stop = end === -1 ? text.length : end
    if (stop - start <= LONGEST_LINE) yield { text: text.slice(start, stop).replace(/\r$/, ''), start }
    start = stop + 1
  }
}

/** The settings of an INI file: `[section]`, `name = value`; of an inventory of Ansible, `host name=value` as well. */
export function iniSettings(source: Source, isInventory = false): readonly Setting[] {
  const found: Setting[] = []
  let section: readonly string[] = []
  for (const { text, start } of linesOf(source.text)) {
    const header = /^\s*\[([^\]]{1,200})\]\s*$/.exec(text)?.[1]
    if (header !== undefined) section = [header.trim()]
    if (header !== undefined || /^\s*(?:[;#]|$)/.test(text)) continue
    if (isInventory && !/:vars$/.test(section[0] ?? '')) {
      const host = /^\s*(\S+)/.exec(text)?.[1] ?? ''
      for (const { 0: all, 1: name = '', 2: quoted, 3: plain = '', index } of text.matchAll(PAIR_OF_HOST)) {
        const value = quoted ?? plain
        const at = start + index + all.lastIndexOf(value)
        found.push({ keys: [...section, host, name], text: value, at: spanAt(source, at, value) })
      }
      continue
    }
    const [, head = '', name = '', rest = ''] = /^(\s*([A-Za-z_][\w.-]{0,120})\s*[=:]\s*)(.*)$/.exec(text) ?? []
    const value = valueIn(rest, /\s[;#].*$/)
    if (name !== '' && value.text !== '')
      found.push({
        keys: [...section, ...name.split('.')],
        text: value.text,
        at: spanAt(source, start + head.length + value.skip, value.text),
      })
  }
  return found
}

const PAIR_OF_HOST = /\s(ansible_[a-z_]{1,60}|[a-z_]{1,60}pass(?:word)?)=(?:["']([^"']{1,300})["']|([^\s"'#]{1,300}))/g

/** The settings of a file of Java properties, those that Spring keeps for a profile of developers left out. */
export function propertySettings(source: Source): readonly Setting[] {
  const found: Setting[] = []
  let part: Setting[] = []
  let isForDevelopers = false
  const endPart = () => {
    if (!isForDevelopers) found.push(...part)
    part = []
    isForDevelopers = false
  }
  for (const { text, start } of linesOf(source.text)) {
    // One profile to a part: https://docs.spring.io/spring-boot/reference/features/external-config.html#features.external-config.files.multi-document
    if (/^[#!]---\s*$/.test(text)) endPart()
    const [, head = '', name = '', rest = ''] = /^(\s*([A-Za-z_][\w.[\]-]{0,200})\s*[=:]\s*)(.*)$/.exec(text) ?? []
    const value = rest.trimEnd()
    if (name === '' || value === '') continue
    if (/^spring\.(?:config\.activate\.on-profile|profiles)$/.test(name))
      isForDevelopers = isDevelopmentPath(`-${value}.`)
    part.push({ keys: name.split('.'), text: value, at: spanAt(source, start + head.length, value) })
  }
  endPart()
  return found
}

/**
 * The settings of Terraform: assignments of a text to a name. Of a `variable` the default, under its name. What stands in
 * lists, in texts of several lines and in blocks that only describe (`output`, `validation`) is left out.
 */
export function terraformSettings(source: Source, isValues: boolean): readonly Setting[] {
  const found: Setting[] = []
  const blocks: string[] = []
  let heredoc: string | undefined
  let isComment = false
  for (const { text, start } of linesOf(source.text)) {
    if (heredoc !== undefined) {
      if (text.trim() === heredoc) heredoc = undefined
      continue
    }
    if (isComment || /^\s*\/\*/.test(text)) {
      isComment = !text.includes('*/')
      continue
    }
    if (/^\s*(?:#|\/\/|$)/.test(text)) continue
    heredoc = /<<-?\s*"?(\w{1,40})"?\s*$/.exec(text)?.[1]
    const block = /^\s*([\w-]+(?:\s+"[^"]{0,200}"){0,2})\s*=?\s*\{\s*$/.exec(text)?.[1]
    if (block !== undefined) {
      if (blocks.length < 60) blocks.push(block)
      continue
    }
    if (/^\s*[})\]]/.test(text)) {
      if (/^\s*\}/.test(text)) blocks.pop()
      continue
    }
    const line =
      /^(\s*(?:variable\s+"([\w-]{1,100})"\s*\{[^"{}]{0,200}?)?"?([\w-]{1,100})"?\s*[=:]\s*")((?:[^"\\]|\\.){1,2000})"/.exec(
        text,
      )
    if (!line) continue
    const [, head = '', inline, name = '', value = ''] = line
    const variable = inline ?? /^variable\s+"([^"]+)"/.exec(blocks[0] ?? '')?.[1]
    if (blocks.some(one => /^(?:output|validation|locals?_file)\b/.test(one))) continue
    const at = spanAt(source, start + head.length, value)
    if (variable !== undefined) {
      if (name === 'default') found.push({ keys: [variable], text: value, at, fallbackOf: variable })
    } else if (isValues || blocks.length > 0) {
      const keys = isValues ? blocks : blocks.map(one => one.replaceAll('"', '').replaceAll(/\s+/g, '.'))
      found.push({ keys: [...keys, name], text: value, at })
    }
  }
  return found
}

const PHP_ENTRY =
  /['"]([\w.-]{1,100})['"](?:\s{0,40}=>\s{0,40}|\]\s{0,10}=\s{0,10}|\s{0,10},\s{0,10})(?:env\(\s{0,10}['"](\w{1,100})['"]\s{0,10},\s{0,10})?(['"])((?:(?!\3)[^\\\n]|\\.){1,500})\3/g

/** The settings of a file of PHP: `'name' => 'text'`, `['name'] = 'text'`, `define('NAME', 'text')`, `env('X', 'text')`. */
export function phpSettings(source: Source): readonly Setting[] {
  const found: Setting[] = []
  // The group that a setting stands in: its host and its user are beside it.
  let group = ''
  for (const { text, start } of linesOf(source.text)) {
    if (/^\s*(?:\/\/|#|\*|\/\*)/.test(text)) continue
    group = /['"]([\w.-]{1,100})['"]\s*=>\s*(?:\[|array\()\s*$/.exec(text)?.[1] ?? group
    for (const match of text.matchAll(PHP_ENTRY)) {
      const [all, name = '', variable, , value = ''] = match
      // A comma stands between name and value of `define` alone.
      if (/^['"][\w.-]+['"]\s*,/.test(all) && !/define\(\s*$/.test(text.slice(0, match.index))) continue
      const at = spanAt(source, start + match.index + all.lastIndexOf(value), value)
      found.push({
        keys: group === '' ? [name] : [group, name],
        text: value,
        at,
        ...(variable === undefined ? {} : { fallbackOf: variable }),
      })
    }
  }
  return found
}

const XML_ENTRIES = [
  /<(?:add|setting|property|entry|environmentVariable)\b[^<>]{0,300}?\b(?:name|key)="([^"<>]{1,200})"[^<>]{0,300}?\b(?:connectionString|value)="([^"<>]{1,2000})"/g,
  /<(?:property|setting|entry)\s[^<>]{0,300}?\b(?:name|key)="([^"<>]{1,200})"[^<>/]{0,100}>\s{0,100}([^<>\s][^<>\n]{0,500})</g,
  /\s(password|connectionPassword)="([^"<>]{1,300})"/g,
]

/** The settings of a file of XML: attributes and elements that have a name and a value. */
export function xmlSettings(source: Source): readonly Setting[] {
  const text = withoutXmlComments(source.text)
  const found = new Map<number, Setting>()
  for (const pattern of XML_ENTRIES) {
    for (const match of text.matchAll(pattern)) {
      const [all, name = '', value = ''] = match
      const start = match.index + all.lastIndexOf(value)
      if (found.size < MOST_SETTINGS)
        found.set(start, {
          keys: [name],
          text: value.replaceAll('&quot;', '"').replaceAll('&amp;', '&').trim(),
          at: spanAt(source, start, value),
        })
    }
  }
  return [...found.values()]
}

/** A value without its quotes, or without the comment behind it. */
function valueIn(rest: string, comment: RegExp): { readonly text: string; readonly skip: number } {
  const quoted = /^(["'])(.*?)\1\s*(?:[;#].*)?$/.exec(rest)?.[2]
  return quoted === undefined ? { text: rest.replace(comment, '').trimEnd(), skip: 0 } : { text: quoted, skip: 1 }
}

function spanAt({ path }: Source, start: number, text: string): Span {
  return { path, start, end: start + text.length }
}
