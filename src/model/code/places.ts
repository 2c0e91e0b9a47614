import { directoryOf, fileName } from '../../paths.js'
import type { Tree } from '../../tree.js'

/** Folders whose content no deployment runs. */
const APART = new Set([
  ...['test', 'tests', '__tests__', '__mocks__', 'spec', 'specs', 'e2e', 'fixtures', 'fixture', 'testdata', 'mocks'],
  ...['examples', 'example', 'samples', 'sample', 'docs', 'doc', 'documentation', 'seed', 'seeds', 'seeders'],
  ...['node_modules', 'vendor', 'site-packages', 'venv', '.venv', 'dist', 'build', 'backup', 'backups', 'dumps'],
])

/** Whether a file is there for tests, examples, documents or first data, by its folders. */
export function isApartFromProduction(path: string): boolean {
  return directoryOf(path)
    .toLowerCase()
    .split('/')
    .some(part => APART.has(part))
}

/** Files that say: here is a package, with what it needs. */
const MANIFESTS = new Set([
  ...['package.json', 'pyproject.toml', 'requirements.txt', 'setup.py', 'setup.cfg', 'Pipfile', 'manage.py', 'go.mod'],
  ...['pom.xml', 'build.gradle', 'build.gradle.kts', 'composer.json', 'Gemfile', 'Cargo.toml', 'mix.exs'],
])

/** Finds the folder of the package that a file belongs to: the nearest one with a manifest, else the root. */
export function packageFinder(tree: Tree): (path: string) => string {
  const packages = new Set(
    tree.files.filter(({ path }) => MANIFESTS.has(fileName(path))).map(({ path }) => directoryOf(path)),
  )
  return path => {
    for (let folder = directoryOf(path); folder !== '.'; folder = directoryOf(folder)) {
      if (packages.has(folder)) return folder
    }
    return '.'
  }
}
