import { fileName } from '../../paths.js'
import type { Source } from '../../source.js'
import type { Workload } from '../system.js'
import { isGenerated, secretIn } from './judge.js'
import type { WrittenSecret } from './written-secrets.js'

/** Files in which `name = value` or `name: value` is a setting. */
const SETTINGS = /\.(?:properties|env|ini|conf|cnf|cfg|ya?ml|toml)$|(?:^|\/)(?:\.env|config|application|settings)$/i
const LINE =
  /^[ \t]*(?:export[ \t]+)?["']?([A-Za-z_][\w.-]{0,100})["']?[ \t]*[:=][ \t]*(["']?)([^\s"'#]{4,300})\2[ \t]*,?[ \t]*\r?$/gm
/** Redis writes its settings with a blank. */
const BLANK = /^[ \t]*(requirepass|masterauth)([ \t]+)["']?([^\s"'#]{4,300})["']?[ \t]*\r?$/gm
const LONGEST = 500_000
const MOST = 200

/** What is written into the files that ConfigMaps put into a container: settings with a password, whole files that are one. */
export function mountedSecrets(workload: Workload): readonly WrittenSecret[] {
  if (workload.platform !== 'kubernetes') return []
  return workload.mounts.flatMap(mount =>
    mount.type === 'config' ? (mount.files ?? []).flatMap(file => secretsIn(file.path, file.source, workload)) : [],
  )
}

function secretsIn(path: string, source: Source, subject: Workload): readonly WrittenSecret[] {
  if (source.text.length > LONGEST) return []
  const name = fileName(path)
  if (!name.includes('.')) return wholeFile(name, source, subject)
  const json = /\.json$/i.test(path)
  if (!json && !SETTINGS.test(path)) return []
  const lines = [...source.text.matchAll(LINE), ...(/redis|\.conf$/i.test(path) ? source.text.matchAll(BLANK) : [])]
  return lines.slice(0, MOST).flatMap(match => {
    const [line, key = '', , value = ''] = match
    const found = secretIn(key, value, key === 'requirepass' || key === 'masterauth')
    // Words in files of pages and dashboards are no passwords.
    if (!found || found.placeholder || (json && !isGenerated(found.value))) return []
    const start = match.index + line.lastIndexOf(value)
    return [{ ...found, subject, at: { path: source.path, start, end: start + value.length } }]
  })
}

/** `DB_PASSWORD` as a file of its own, with the password in it. */
function wholeFile(name: string, source: Source, subject: Workload): readonly WrittenSecret[] {
  const text = source.text.trim()
  if (text === '' || /\s/.test(text)) return []
  const found = secretIn(name, text)
  if (!found || found.placeholder) return []
  const start = source.text.indexOf(text)
  return [{ ...found, subject, at: { path: source.path, start, end: start + text.length } }]
}
