/**
 * A module as esbuild prints it (imports first, exports last) as CommonJS, which Node loads in half the time: it neither
 * starts its loader of ES modules nor looks at everything that its own modules export. Names are bound when a module is
 * loaded, so nothing may be exported that changes later, and the modules must not go in circles.
 */
export function commonJs(path: string, text: string): string {
  const [, shebang = '', code = ''] = /^(#!.*\n)?([\s\S]*)$/.exec(text) ?? []
  const converted = code
    .replace(/^import (\{[^}]*\}) from ("[^"]+");$/gm, (_, names: string, from: string) => {
      return `const ${names.replaceAll(' as ', ': ')} = require(${from});`
    })
    .replace(/^import ("[^"]+");$/gm, 'require($1);')
    .replace(/\bimport\(("[^"]+")\)/g, 'Promise.resolve(require($1))')
    .replace(/^export \{([^}]*)\};$/gm, (_, names: string) => {
      return `module.exports = {${names.replace(/(\w+) as (\w+)/g, '$2: $1')}};`
    })
    // Doors of entries lie above the chunks.
    .replaceAll(new RegExp(`\\b${LOAD}\\((["'])\\./`, 'g'), path.includes('/') ? 'require($1./' : 'require($1./chunks/')
    .replaceAll(`${LOAD}(`, 'require(')
    .replaceAll(`${LOAD}.resolve(`, 'require.resolve(')
  // Not in quotes: code is read here, too.
  const left =
    /^(?:import|export)\b.*|(?<!["'`])import\.meta|^(?:var|function|class) (?:module|exports|require)\b/m.exec(
      converted,
    )
  if (left) throw new Error(`${path} has something that cannot be turned into CommonJS: ${left[0]}`)
  return ascii(path, `${shebang}"use strict";\n${converted}`)
}

/**
 * Every character above 0x7f as an escape. esbuild does so in strings, and leaves comments and regular expressions as they
 * are; but a single character that is not in Latin-1 makes V8 hold, and read, the whole file at two bytes a character.
 */
function ascii(path: string, text: string): string {
  const raw = /String\.raw`[^`]*[^\0-\x7f]/.exec(text)
  if (raw) throw new Error(`${path} has a character in a raw string that is not ASCII: ${raw[0]}`)
  return text.replace(/[^\0-\x7f]/g, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** What loads another file of the bundle, in code that esbuild is to leave alone. */
export const LOAD = 'loadFromBundle'

/** Throws when modules load each other in circles. `files`: path to text, as `commonJs` makes it. */
export function checkOrder(files: ReadonlyMap<string, string>): void {
  const done = new Set<string>()
  const visit = (path: string, above: readonly string[]) => {
    if (above.includes(path)) throw new Error(`files of the bundle load each other: ${[...above, path].join(' -> ')}`)
    if (done.has(path)) return
    for (const [, file = ''] of files.get(path)?.matchAll(/^(?:const .*= |\} = )?require\("\.\/([^"]+)"\);$/gm) ?? []) {
      const folder = path.slice(0, path.lastIndexOf('/') + 1)
      visit(`${folder}${file}`, [...above, path])
    }
    done.add(path)
  }
  for (const path of files.keys()) visit(path, [])
}
