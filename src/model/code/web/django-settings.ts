import type { Program } from '../../../code/program.js'
import type { CodeFile, Expression } from '../../../code/syntax.js'
import { walk } from '../../../code/walk.js'
import { isWithin } from '../../../paths.js'
import type { ServiceCode } from '../services.js'
import type { Option } from './options.js'

/**
 * A setting of the module that `DJANGO_SETTINGS_MODULE` names, or of those it takes all names from; of several values that are
 * set one after the other the last. `open`: it is set in branches. Undefined where it is not set, or where there are no settings of Django.
 * https://docs.djangoproject.com/en/5.2/topics/settings/
 */
export function djangoSetting(program: Program, service: ServiceCode, name: string): Option | undefined {
  for (const file of djangoSettingsFiles(program, service)) {
    const values: Expression[] = []
    let count = 0
    for (const one of file.body) {
      if (one.kind === 'declare' && one.target.kind === 'name' && one.target.name === name && one.value)
        values.push(one.value)
    }
    walk(file.body, node => {
      if (node.kind === 'declare' && node.target.kind === 'name' && node.target.name === name) count++
      return node.kind === 'function' || node.kind === 'class' ? false : undefined
    })
    const last = values.at(-1)
    if (count === values.length && last) return { file, node: last }
    if (count > 0) return 'open'
  }
  return undefined
}

const filesOf = new WeakMap<ServiceCode, readonly CodeFile[]>()

/** The module of the settings first, then what it imports with `*`. */
export function djangoSettingsFiles(program: Program, service: ServiceCode): readonly CodeFile[] {
  const known = filesOf.get(service)
  if (known) return known
  const found = settingsAmong(service.code, program, service)
  filesOf.set(service, found)
  return found
}

/** The same where nothing imports the settings, as in a worker. */
export function djangoSettingsBeside(program: Program, service: ServiceCode): readonly CodeFile[] {
  const found = djangoSettingsFiles(program, service)
  if (found.length > 0) return found
  const beside = [...program.files.values()].filter(({ path }) => isWithin(service.directory, path))
  return settingsAmong(beside, program, service)
}

function settingsAmong(files: readonly CodeFile[], program: Program, service: ServiceCode): readonly CodeFile[] {
  const said = service.workloads[0]?.environment.get('DJANGO_SETTINGS_MODULE')?.value
  const name = said ? (said.known ? said.value : undefined) : defaultModule(service)
  const path = name?.replaceAll('.', '/')
  if (path === undefined) return []
  const found: CodeFile[] = []
  let file = files.find(one => one.path.endsWith(`${path}.py`) || one.path.endsWith(`${path}/__init__.py`))
  for (let steps = 0; file && !found.includes(file) && steps < 8; steps++) {
    const current: CodeFile = file
    found.push(current)
    const above = current.imports.find(one => one.name === '*')
    const target = above && program.target(current, above.from)
    file = target?.kind === 'files' ? target.files[0] : undefined
  }
  return found
}

/** `os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'core.settings')` of `wsgi.py`, `asgi.py`, `celery.py` and `manage.py`. */
function defaultModule({ code, entries }: ServiceCode): string | undefined {
  let found: string | undefined
  const starts = code.filter(
    ({ path }) => entries.includes(path) || /(?:^|\/)(?:wsgi|asgi|manage|celery)\.py$/.test(path),
  )
  for (const file of starts) {
    walk(file.body, node => {
      const [key, value] = node.kind === 'call' ? node.arguments : []
      if (key?.kind === 'literal' && key.value === 'DJANGO_SETTINGS_MODULE' && value?.kind === 'literal')
        found ??= String(value.value)
      return undefined
    })
  }
  return found
}
