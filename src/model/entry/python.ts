import { isWithin } from '../../paths.js'
import type { Tree } from '../../tree.js'
import type { Starting } from '../entry.js'
import { commandsOf } from '../image/build-steps.js'
import type { RunCommand } from '../system.js'
import { type Absent, type Holding, unsure } from './holding.js'
import { joinAbsolute, placeInImage } from './image.js'

interface Search extends Starting {
  readonly name: string
  readonly runs: readonly RunCommand[]
  readonly tree: Tree
  readonly held: (path: string) => Holding
}

/**
 * What it means that a module is not in the folder that a server is started in: Python also looks in PYTHONPATH and among
 * installed packages. https://docs.python.org/3/library/sys_path_init.html
 */
export function withoutModule(
  absent: Absent,
  { folder, name: first }: { readonly folder: string; readonly name: string },
  search: Search,
): Holding {
  const { image, environment, runs } = search
  if (environment.has('PYTHONPATH') || runs.some(({ words }) => words.some(word => word?.includes('PYTHONPATH'))))
    return unsure('PYTHONPATH names further folders')
  if (environment.has('GUNICORN_CMD_ARGS')) return unsure('GUNICORN_CMD_ARGS may name another folder')
  if (runs.some(({ words }) => words.some(word => /^(?:-c|--config|--pythonpath)(?:=|$)/.test(word ?? ''))))
    return unsure('the configuration of the server may name another folder')
  const config = search.held(joinAbsolute(folder, 'gunicorn.conf.py'))
  if (config.state !== 'absent') return unsure('the configuration of the server may name another folder')
  const isPackageHere = ['__init__.py', ''].some(
    file => search.held(joinAbsolute(folder, `${first}/${file}`)).state === 'held',
  )
  if (isPackageHere) return absent
  if (!image?.dockerfile || !image.context) return unsure('it may be an installed package')
  if (installsOwnPackage(search)) return unsure('the build installs the package of the repository')
  const file = `${search.name.replaceAll('.', '/')}.py`
  const place = placeInImage(file, image, search.held)
  if (place === undefined) return unsure('it may be an installed package')
  const root = place.slice(0, -file.length - 1) || '/'
  const inner = isWithin(folder, root) ? root.slice(folder === '/' ? 1 : folder.length + 1).replaceAll('/', '.') : ''
  return {
    ...absent,
    instead: `the image has it as ${place}`,
    fix: `${inner === '' ? 'Set' : `Start \`${inner}.${search.name}\`, or set`} \`WORKDIR ${root}\`, or \`ENV PYTHONPATH=${root}\`.`,
  }
}

function installsOwnPackage({ image, tree }: Search): boolean {
  const commands = (image?.stages ?? []).flatMap(({ instructions, shell }) =>
    instructions.flatMap(one => commandsOf(one, shell)),
  )
  return commands.some(({ words }) => {
    if (/^(?:poetry|uv|pdm|hatch|pipenv|flit|rye)$/.test(words[0] ?? '') || words.includes('setup.py')) return true
    if (!words.includes('install') && !words.includes('wheel')) return false
    return (
      words.some(word => /^(?:\.|\.\/.*|-e|--editable|\/.*|.*\.whl|\.\[.*)$/.test(word)) ||
      words.some(word => listsOwn(word, tree))
    )
  })
}

/** A file of requirements with the package itself among them. */
function listsOwn(word: string, tree: Tree): boolean {
  if (!/\.(?:txt|in)$/.test(word)) return false
  const name = word.slice(word.lastIndexOf('/') + 1)
  return tree.files.some(
    ({ path }) =>
      path.endsWith(name) && /^\s*(?:-e\b|--editable|\.|file:|\S+\s*@\s*file:)/m.test(tree.read(path)?.text ?? ''),
  )
}
