import { TOOL } from '../../tool.js'
import type { Piece, Repository } from './piece.js'
import { withHook } from './pre-commit.js'

const WHAT = 'what is staged, before each commit'
const PACKAGE = `${TOOL.name}@${TOOL.version}`
/** For hooks that run commands: the package of this version, downloaded once. */
const COMMAND = `npx --yes ${PACKAGE} --staged`

const LEFTHOOK = ['lefthook.yml', 'lefthook.yaml', '.lefthook.yml', '.lefthook.yaml', 'lefthook.toml', 'lefthook.json']
const LINT_STAGED = /^(?:\.lintstagedrc(?:\.\w+)?|lint-staged\.config\.\w+)$/

/** A hook, where the repository already uses a program for hooks: that of pre-commit, husky, lefthook or lint-staged. */
export function hookPiece(repository: Repository): Piece | undefined {
  return preCommit(repository) ?? husky(repository) ?? lefthook(repository) ?? lintStaged(repository)
}

function preCommit({ read }: Repository): Piece | undefined {
  const path = '.pre-commit-config.yaml'
  const text = read(path)
  if (text === undefined) return undefined
  if (text.includes(TOOL.name)) return { kind: 'there', path, what: WHAT }
  const longer = withHook(text, PRE_COMMIT)
  if (longer === undefined) return { kind: 'by hand', path, what: WHAT, added: PRE_COMMIT.join('\n') }
  return { kind: 'longer', path, what: WHAT, text: longer, added: PRE_COMMIT.join('\n') }
}

/** An entry of `repos`, which needs no address of a repository: pre-commit installs the package by itself. */
const PRE_COMMIT = [
  '- repo: local',
  '  hooks:',
  `    - id: ${TOOL.name}`,
  `      name: ${TOOL.name}`,
  `      entry: ${TOOL.name} --staged`,
  '      language: node',
  `      additional_dependencies: ['${PACKAGE}']`,
  '      pass_filenames: false',
  '      require_serial: true',
]

function husky({ read, list }: Repository): Piece | undefined {
  if (list('.husky').length === 0) return undefined
  const path = '.husky/pre-commit'
  const text = read(path)
  if (text === undefined) return { kind: 'new', path, what: WHAT, text: `${COMMAND}\n` }
  if (text.includes(TOOL.name)) return { kind: 'there', path, what: WHAT }
  // Where lint-staged runs, it is the place; and what stands behind an exit would never run.
  if (/lint-staged|^\s*(?:exit|exec)\b/m.test(text)) return { kind: 'by hand', path, what: WHAT, added: COMMAND }
  const added = `${COMMAND}\n`
  return { kind: 'longer', path, what: WHAT, text: `${text}${/\n$|^$/.test(text) ? '' : '\n'}${added}`, added: COMMAND }
}

function lefthook({ read }: Repository): Piece | undefined {
  const path = LEFTHOOK.find(name => read(name) !== undefined)
  if (path === undefined) return undefined
  if (read(path)?.includes(TOOL.name)) return { kind: 'there', path, what: WHAT }
  return { kind: 'by hand', path, what: WHAT, added: `pre-commit:\n  jobs:\n    - run: ${COMMAND}` }
}

function lintStaged({ read, list }: Repository): Piece | undefined {
  const own = list('.').find(name => LINT_STAGED.test(name))
  const path = own ?? (read('package.json')?.includes('"lint-staged"') ? 'package.json' : undefined)
  if (path === undefined) return undefined
  if (read(path)?.includes(`${TOOL.name}@`) || read(path)?.includes(`${TOOL.name} --staged`)) {
    return { kind: 'there', path, what: WHAT }
  }
  // lint-staged puts the list of files behind a command; a function gets none, and sh takes it for arguments of its own.
  const added = /\.[cm]?[jt]s$/.test(path) ? `'*': () => '${COMMAND}'` : `"*": "sh -c '${COMMAND}' --"`
  return { kind: 'by hand', path, what: WHAT, added }
}
