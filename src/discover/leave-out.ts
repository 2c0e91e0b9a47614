/** Folders that tools fill, by the name that only they use. Left out even when they are committed. */
const GENERATED = new Set([
  '.angular',
  '.bundle',
  '.cache',
  '.dart_tool',
  '.eggs',
  '.git',
  '.gradle',
  '.hg',
  '.mypy_cache',
  '.next',
  '.nuxt',
  '.nx',
  '.nyc_output',
  '.output',
  '.parcel-cache',
  '.pnpm-store',
  '.pytest_cache',
  '.ruff_cache',
  '.serverless',
  '.svelte-kit',
  '.svn',
  '.terraform',
  '.terragrunt-cache',
  '.tox',
  '.turbo',
  '.venv',
  '.vercel',
  '.yarn',
  '__pycache__',
  '_next',
  '_nuxt',
  'bower_components',
  'jspm_packages',
  'node_modules',
  'site-packages',
])

const ARCHIVES = new Set(['archive', 'archives', 'archived', '_archive', '_archived', '.archive'])
const COPIES = new Set(['backup', 'backups', '_backup', '.backup', 'old', '_old', '.old'])

/** Files whose name says that they are an old copy of another. */
const COPY = /(?:\.(?:bak|backup|old|orig|save|swp|rej|disabled)(?:[-._]?\d[\d.:_-]*)?|~)$/i

/** Whether a folder of this name is left out wherever it stands. */
export function isGeneratedFolder(name: string): boolean {
  return GENERATED.has(name) || ARCHIVES.has(name.toLowerCase())
}

/** Whether a file is left out because it is a copy: `compose.yml.bak`, `nginx.conf.old-2024`, `Dockerfile~`. */
export function isCopy(name: string): boolean {
  return COPY.test(name)
}

/**
 * Whether a folder holds output or copies, by what is in it and beside it: the name alone (`build`, `vendor`, `backup`) may
 * as well be that of a folder people work in.
 */
export function isLeftOutByEvidence(name: string, inside: ReadonlySet<string>, beside: ReadonlySet<string>): boolean {
  if (inside.has('CACHEDIR.TAG') || inside.has('pyvenv.cfg')) return true
  const lower = name.toLowerCase()
  if (COPIES.has(lower)) return ![...inside].some(isWorkedOn)
  switch (lower) {
    case 'vendor':
      return inside.has('modules.txt') || inside.has('autoload.php') || (inside.has('bundle') && beside.has('Gemfile'))
    case 'coverage':
    case 'htmlcov':
      return ['lcov.info', 'lcov-report', 'coverage-final.json', 'clover.xml', 'status.json'].some(one =>
        inside.has(one),
      )
    case 'target':
      return (beside.has('Cargo.toml') && inside.has('debug')) || (beside.has('pom.xml') && inside.has('classes'))
    case 'pods':
      return inside.has('Manifest.lock')
    case 'dist':
    case 'build':
    case 'out':
      return ['package.json', 'pyproject.toml', 'setup.py'].some(one => beside.has(one)) && isBuilt(inside)
    default:
      return false
  }
}

/** A folder of backups has dumps or dated copies in it; one that makes backups has a script, a Dockerfile or a crontab. */
function isWorkedOn(name: string): boolean {
  return /\.(?:sh|bash|py|js|ts|go)$|^(?:Dockerfile|Containerfile|Makefile|crontab)/i.test(name)
}

function isBuilt(inside: ReadonlySet<string>): boolean {
  let built = false
  for (const name of inside) {
    if (/dockerfile|containerfile|compose.*\.ya?ml$|\.sh$/i.test(name)) return false
    built ||= /\.(?:map|d\.[cm]?ts|whl|chunk\.\w+|min\.\w+)$|^(?:index\.html|asset-manifest\.json|bin)$/.test(name)
  }
  return built
}
