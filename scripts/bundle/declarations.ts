import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, posix, relative, sep } from 'node:path'

/**
 * The declarations of the library, path below `dist/` to text: `index.d.ts`, and below `types/` what it leads to, file by file as
 * the compiler writes them. Throws where one of them leads to a package: whoever uses the library does not have it.
 */
export function declarations(root: string): ReadonlyMap<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'declarations-'))
  try {
    const config = {
      extends: join(root, 'tsconfig.json'),
      compilerOptions: {
        noEmit: false,
        declaration: true,
        emitDeclarationOnly: true,
        outDir: join(folder, 'out'),
        rootDir: root,
        typeRoots: [join(root, 'node_modules', '@types')],
      },
      files: [join(root, 'src', 'index.ts')],
      include: [],
    }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
    execFileSync(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', folder], {
      stdio: 'inherit',
    })
    const written = new Map(
      readdirSync(join(folder, 'out'), { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(entry => {
          const path = join(entry.parentPath, entry.name)
          return [relative(join(folder, 'out'), path).split(sep).join('/'), readFileSync(path, 'utf8')] as const
        }),
    )
    const reached = reachedFrom('src/index.d.ts', written)
    return new Map([
      ['index.d.ts', "export * from './types/src/index.js'\n"],
      ...[...reached].sort().map(path => [`types/${path}`, written.get(path) ?? ''] as const),
    ])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function reachedFrom(start: string, written: ReadonlyMap<string, string>): ReadonlySet<string> {
  const reached = new Set([start])
  for (const path of reached) {
    const text = (written.get(path) ?? '').replace(/\/\*[\s\S]*?\*\//g, '')
    const names = text.matchAll(/^(?:import|export)\b[^'"]*?\bfrom\s+['"]([^'"]+)['"]|\bimport\(['"]([^'"]+)['"]\)/gm)
    for (const [, from, inline = ''] of names) {
      const name = from ?? inline
      if (name.startsWith('node:')) continue
      const target = posix.join(posix.dirname(path), name).replace(/\.js$/, '.d.ts')
      if (!name.startsWith('.') || !written.has(target))
        throw new Error(`${path} needs ${name}, which is not in the package`)
      reached.add(target)
    }
  }
  return reached
}
