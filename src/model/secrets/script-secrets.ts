import type { Span } from '../../source.js'
import type { Tree } from '../../tree.js'
import { isApartFromProduction } from '../code/places.js'
import { isGenerated, secretIn } from './judge.js'

/** A secret that a script or pipeline writes into the environment file of what it deploys. */
export interface ScriptSecret {
  readonly name: string
  /** Signs or encrypts: whoever knows it forges sessions or reads data. */
  readonly signing: boolean
  readonly at: Span
}

const FORMATS: ReadonlySet<string> = new Set(['ci', 'shell', 'makefile'])
/** Works on another machine, or says in its name that it deploys; others write files for tests. */
const DEPLOYS = /\bssh\b|\bscp\b|\brsync\b|ssh-action|\bpm2\b|\bsystemctl\b/
const NAMED = /deploy|release|prod|provision|setup-server/i
/** `echo 'KEY=value' >> .env` */
const ECHO =
  /\b(?:echo|printf)[ \t]+(?:-[en][ \t]+)?["']?([A-Z][A-Z0-9_]{2,60})=([^\s"'`$\\]{16,200})(?:\\n)?["']?[ \t]*(?:>>?|\|[ \t]*(?:sudo[ \t]+)?tee(?:[ \t]+-a)?)[ \t]*["']?([^\s"']*\.env[^\s"']*)/g
/** `cat > .env <<EOF` */
const HEREDOC = /\bcat[ \t]*>>?[ \t]*["']?([^\s"']*\.env[^\s"']*)["']?[ \t]*<<-?[ \t]*["']?(\w{1,40})["']?[ \t]*\n/g
const LINE = /^[ \t]*([A-Z][A-Z0-9_]{2,60})=["']?([^\s"'`$\\]{16,200})["']?[ \t]*$/gm
const FOR_OTHERS = /test|dev|local|example|sample|\.ci\b/i
const MOST_TEXT = 200_000

/** What deploys a system and has secrets in it. Only what looks generated: a made-up value may be for a test. */
export function scriptSecretsOf(tree: Tree): readonly ScriptSecret[] {
  return tree.files.flatMap(({ path, format }) => {
    if (!FORMATS.has(format) || isApartFromProduction(path)) return []
    const text = tree.read(path)?.text.slice(0, MOST_TEXT)
    if (!text?.includes('.env') || !(NAMED.test(path) || DEPLOYS.test(text))) return []
    return [...echoed(path, text), ...fromHeredocs(path, text)]
  })
}

function echoed(path: string, text: string): readonly ScriptSecret[] {
  return [...text.matchAll(ECHO)].flatMap(match => {
    const [whole, name = '', value = '', file = ''] = match
    return FOR_OTHERS.test(file) ? [] : judged(path, name, value, match.index + whole.indexOf(value, name.length))
  })
}

function fromHeredocs(path: string, text: string): readonly ScriptSecret[] {
  const found: ScriptSecret[] = []
  HEREDOC.lastIndex = 0
  for (let match = HEREDOC.exec(text); match; match = HEREDOC.exec(text)) {
    const [whole, file = '', word = ''] = match
    const start = match.index + whole.length
    const length = text.slice(start).search(new RegExp(`^[ \\t]*${word}[ \\t]*$`, 'm'))
    // What is never ended takes the rest of the text.
    if (length < 0) break
    // What stands in it is text, and begins no other one.
    HEREDOC.lastIndex = start + length
    if (FOR_OTHERS.test(file)) continue
    for (const line of text.slice(start, start + length).matchAll(LINE)) {
      const [all, name = '', value = ''] = line
      found.push(...judged(path, name, value, start + line.index + all.indexOf(value, all.indexOf('='))))
    }
  }
  return found
}

function judged(path: string, name: string, value: string, start: number): readonly ScriptSecret[] {
  const secret = secretIn(name, value)
  if (secret?.kind !== 'literal' || secret.placeholder || !isGenerated(value)) return []
  return [{ name, signing: secret.signing, at: { path, start, end: start + value.length } }]
}
