import { isNginxFile } from './nginx-files.js'

/** What a file is read as. `text` is anything that is not recognised, `source` program code, `lock` a list of resolved packages. */
export type FileFormat =
  | 'compose'
  | 'dockerfile'
  | 'dockerignore'
  | 'dotenv'
  | 'helm'
  | 'ci'
  | 'yaml'
  | 'json'
  | 'package-json'
  | 'lock'
  | 'toml'
  | 'shell'
  | 'makefile'
  | 'nginx'
  | 'crontab'
  | 'source'
  | 'text'
  | 'binary'

const BY_EXTENSION: ReadonlyMap<string, FileFormat> = new Map([
  ...pairs('yaml', ['yaml', 'yml']),
  ...pairs('json', ['json', 'jsonc', 'json5']),
  ...pairs('toml', ['toml']),
  ...pairs('shell', ['sh', 'bash', 'ksh', 'zsh', 'ash', 'bats']),
  ...pairs('makefile', ['mk', 'just']),
  ...pairs('crontab', ['cron', 'crontab']),
  ...pairs('lock', ['lock', 'lockb', 'sum']),
  ...pairs('source', [
    'ts',
    'tsx',
    'mts',
    'cts',
    'js',
    'jsx',
    'mjs',
    'cjs',
    'py',
    'pyi',
    'go',
    'rb',
    'php',
    'java',
    'kt',
  ]),
  ...pairs('source', ['cs', 'rs', 'scala', 'ex', 'exs', 'vue', 'svelte', 'sql', 'prisma', 'graphql', 'proto', 'lua']),
  ...pairs('binary', ['png', 'jpg', 'jpeg', 'gif', 'webp', 'avif', 'ico', 'bmp', 'tiff', 'psd', 'heic']),
  ...pairs('binary', ['woff', 'woff2', 'ttf', 'otf', 'eot', 'pdf', 'docx', 'xlsx', 'pptx', 'odt']),
  ...pairs('binary', ['zip', 'gz', 'tgz', 'bz2', 'xz', 'zst', '7z', 'rar', 'jar', 'war', 'whl', 'tar']),
  ...pairs('binary', ['mp3', 'mp4', 'mov', 'avi', 'webm', 'wav', 'ogg', 'exe', 'dll', 'so', 'dylib', 'a', 'o', 'wasm']),
  ...pairs('binary', ['class', 'pyc', 'sqlite', 'sqlite3', 'db', 'dump', 'rdb', 'parquet', 'bin', 'node']),
])

function pairs(format: FileFormat, extensions: readonly string[]): [string, FileFormat][] {
  return extensions.map(extension => [extension, format])
}

const COMPOSE = /^(?:.+[._-])?(?:docker-?)?compose(?:[._-].+)?\.ya?ml$|^docker-stack(?:[._-].+)?\.ya?ml$/i
const DOCKERFILE = /^(?:dockerfile|containerfile)(?:[._-].+)?$|\.(?:dockerfile|containerfile)$/i
const DOTENV =
  /^\.env(?:[._-].+)?$|^.+\.env$|^(?:dot)?env[._-](?:.+[._-])?(?:example|sample|template|dist)(?:-[\w-]+)?$|^\.flaskenv$/i
const NOT_DOTENV = /\.(?:[cm]?[jt]sx?|py|rb|php|sh|enc|encrypted|gpg|pgp|age|sops|vault|me|json|ya?ml|toml|md)$/i
const HIDDEN_CI = new RegExp(
  [
    String.raw`(?:^|/)\.(?:github|gitea|forgejo)/(?:workflows|actions)/.+\.ya?ml$`,
    String.raw`(?:^|/)\.gitlab(?:-ci[^/]*|/.+)\.ya?ml$`,
    String.raw`(?:^|/)\.(?:circleci|buildkite|woodpecker)/[^/]+\.ya?ml$`,
    String.raw`(?:^|/)\.(?:drone|travis|woodpecker)\.ya?ml$`,
  ].join('|'),
)
const NAMED_CI = /^(?:azure-pipelines.*|bitbucket-pipelines|cloudbuild.*|buildspec.*)\.ya?ml$|^Jenkinsfile/s
const LOCK =
  /^(?:package-lock|npm-shrinkwrap|composer\.lock|pnpm-lock|packages\.lock)\.?(?:json|ya?ml)?$|-lock\.ya?ml$/i

/**
 * What a file is read as, by its name and, where the name leaves it open, by its text. `text` is called for YAML files that
 * no name explains, for files without extension and those that are called after cron, and for those whose name may be that of an nginx file.
 */
export function formatOf(path: string, text: () => string | undefined): FileFormat {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const dot = name.lastIndexOf('.')
  const extension = dot <= 0 ? '' : name.slice(dot + 1).toLowerCase()
  const named = byName(path, name, extension)
  if (named) return named
  const format = BY_EXTENSION.get(extension)
  if (format === 'yaml') return looksLikeCompose(text() ?? '') ? 'compose' : 'yaml'
  if (format) return format
  if (isNginxFile(path, text)) return 'nginx'
  if (extension === '' && SHELL_LINE.test(text()?.slice(0, 200) ?? '')) return 'shell'
  return /cron/i.test(name) && /^(?:txt)?$/.test(extension) && CRON_LINE.test(text() ?? '') ? 'crontab' : 'text'
}

/** Five fields and a command, or `@daily` and one: crontab(5). */
const CRON_LINE =
  /^[ \t]*(?:@(?:reboot|yearly|annually|monthly|weekly|daily|midnight|hourly)|(?:[\d*][\d*/,-]*[ \t]+){3}(?:[\w*][\w*/,-]*[ \t]+){2})[ \t]*\S/m

const SHELL_LINE = /^#!.*\b(?:ba|da|a|k|z)?sh\b/

function byName(path: string, name: string, extension: string): FileFormat | undefined {
  if (/\.dockerignore$|^\.containerignore$/i.test(name)) return 'dockerignore'
  const isHidden = path.startsWith('.') || path.includes('/.')
  if ((isHidden && HIDDEN_CI.test(path)) || NAMED_CI.test(name)) return 'ci'
  if (name === 'package.json') return 'package-json'
  if (/lock|shrinkwrap/i.test(name) && LOCK.test(name)) return 'lock'
  if (COMPOSE.test(name)) return 'compose'
  if (DOCKERFILE.test(name) && isDockerfile(name, extension)) return 'dockerfile'
  if (DOTENV.test(name) && !NOT_DOTENV.test(name)) return 'dotenv'
  if (/^(?:gnu)?makefile$|^\.?justfile$|^taskfile(?:\.dist)?\.ya?ml$/i.test(name)) return 'makefile'
  if (/^crontabs?(?:\.txt)?$/i.test(name) || /(?:^|\/)cron\.d\/[^/.]+$/.test(path)) return 'crontab'
  // `cron.daily` is one, `cron.ts` is code.
  if (/^cron\.\w+$/i.test(name) && !BY_EXTENSION.has(extension)) return 'crontab'
  return name === '.envrc' ? 'shell' : undefined
}

/** `Dockerfile.prod` and `Dockerfile.api` are Dockerfiles, `dockerfile.ts` and `Dockerfile.md` are about them. */
function isDockerfile(name: string, extension: string): boolean {
  if (/\.(?:docker|container)file$/i.test(name)) return true
  const format = BY_EXTENSION.get(extension)
  const other = /\.(?:md|mdx|rst|txt|html?|j2|tmpl|tpl|erb|template|xml|css)$/i.test(name)
  // `Dockerfile.go` and `Dockerfile.js` name the language of what they build; lower case names the language they are in.
  return !other && (format === undefined || (format === 'source' && name.startsWith('Dockerfile')))
}

/** https://docs.docker.com/reference/compose-file/extension/: what the services of a file have in common, for merging. */
const FRAGMENT = /^x-[\w.-]+[ \t]*:/m
const SERVICE_KEY = /^[ \t]+(?:image|build)[ \t]*:/m

/**
 * Whether a YAML text is a compose file whatever its name: a `services` map at the top, of which one has an `image` or
 * `build` key of its own, or merges one of a fragment (`x-common: &common`). CI files have lists there, frameworks have
 * other keys.
 */
function looksLikeCompose(text: string): boolean {
  const top = /^(?:services|"services"|'services')[ \t]*:[ \t]*(?:&\S+[ \t]*)?(?:#.*)?\r?$/m.exec(text)
  if (top === null) return false
  let service = -1
  let setting = -1
  for (let at = text.indexOf('\n', top.index) + 1; at > 0 && at < text.length; ) {
    const end = text.indexOf('\n', at)
    const line = text.slice(at, end === -1 ? text.length : Math.min(end, at + 200))
    at = end === -1 ? text.length : end + 1
    const indent = line.search(/[^ ]/)
    if (indent === -1 || /^\s*(?:#|$)/.test(line)) continue
    if (indent === 0 || line.trimStart().startsWith('- ')) {
      if (indent === 0) return false
      continue
    }
    if (service === -1) service = indent
    if (indent <= service) setting = -1
    else if (setting === -1) setting = indent
    if (indent !== setting) continue
    if (/^\s*["']?(?:image|build)["']?[ \t]*:/.test(line)) return true
    if (/^\s*<<[ \t]*:/.test(line) && FRAGMENT.test(text) && SERVICE_KEY.test(text)) return true
  }
  return false
}
