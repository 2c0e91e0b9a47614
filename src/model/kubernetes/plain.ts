import type { ManifestFile } from '../../parse/kubernetes/manifests.js'
import { directoryOf, isWithin } from '../../paths.js'
import { byStrength, type Candidate, commonFolder, identitiesOf, nameOfFiles, type Strength } from './candidates.js'
import type { ApplyCommand } from './commands.js'
import { manifestPurpose } from './purpose.js'

/** Manifests of one folder that are for the same. */
interface Unit {
  readonly files: ManifestFile[]
  readonly directory: string
  readonly strength: Strength
  readonly because: string
  /** Units for development are put together by the folder that says so. */
  readonly place: string
}

/**
 * Puts manifests that no kustomization uses together: those that may run in production as one set, because all of it is
 * applied to one cluster, however it is spread over folders; but a folder that describes the same workloads again is a
 * set of its own. Those for development by the folder that says so.
 */
export function plainCandidates(
  files: readonly ManifestFile[],
  commands: readonly ApplyCommand[],
  kustomized: readonly Candidate[],
): readonly Candidate[] {
  const units = new Map<string, Unit>()
  for (const file of files) {
    const unit = unitOf(file, commands)
    const key = [unit.directory, unit.strength, unit.place].join('\n')
    const before = units.get(key)
    if (before) before.files.push(file)
    else units.set(key, unit)
  }
  const elsewhere = new Set(kustomized.flatMap(one => identitiesOf(one.objects)))
  const inOrder = [...units.values()].sort(byStrength)
  const doubles = inOrder.filter(unit => repeats(unit, elsewhere))
  const groups: Unit[][] = []
  for (const unit of inOrder) {
    if (doubles.includes(unit)) continue
    const group = groups.find(others => belongs(unit, others))
    if (group) group.push(unit)
    else groups.push([unit])
  }
  return [...groups, ...doubles.map(unit => [unit])].map(candidateOf)
}

function unitOf(file: ManifestFile, commands: readonly ApplyCommand[]): Unit {
  const directory = directoryOf(file.path)
  const said = manifestPurpose(file.path)
  const own = commands.filter(one => !one.kustomization && isWithin(one.target, file.path))
  const deploys = own.find(one => one.purpose === 'production')
  const unit = (strength: Strength, because: string, place = '') => ({
    files: [file],
    directory,
    strength,
    because,
    place,
  })
  if (said?.purpose === 'development') return unit('none', said.because, said.place)
  if (said?.purpose === 'preproduction')
    return unit('nearest', `${said.because}, and nothing here is nearer to production`, said.place)
  if (deploys) return unit('named', `${deploys.by} deploys it`)
  if (said) return unit('named', said.because)
  return unit('plain', own[0] ? `${own[0].by} applies it` : 'nothing here says that it is for anything else')
}

function belongs(unit: Unit, others: readonly Unit[]): boolean {
  const production = (one: Unit) => one.strength === 'named' || one.strength === 'plain'
  const [first] = others
  if (!first) return false
  if (!production(unit)) return first.strength === unit.strength && first.place === unit.place
  return production(first) && !repeats(unit, new Set(others.flatMap(identities)))
}

/** Whether more than half of its workloads are there already. */
function repeats(unit: Unit, there: ReadonlySet<string>): boolean {
  const own = identities(unit)
  return own.filter(one => there.has(one)).length * 2 > own.length
}

function identities({ files }: Unit): readonly string[] {
  return identitiesOf(files.flatMap(file => file.objects))
}

function candidateOf(units: readonly Unit[]): Candidate {
  const files = units.flatMap(unit => unit.files)
  const paths = files.map(file => file.path)
  const reasons = [...new Set(units.map(unit => unit.because))]
  return {
    name: nameOfFiles(paths),
    kind: files.every(file => file.rendered) ? 'helm-rendered' : 'manifests',
    directory: commonFolder(paths),
    files: paths,
    objects: withoutDoubles(files),
    problems: files.flatMap(file => file.problems),
    missing: [],
    notEvaluated: [],
    strength: units[0]?.strength ?? 'none',
    because: reasons[0] ?? '',
  }
}

/** The same object twice is applied once. */
function withoutDoubles(files: readonly ManifestFile[]): Candidate['objects'] {
  const seen = new Set<string>()
  return files
    .flatMap(file => file.objects)
    .filter(({ apiVersion, kind, namespace, name }) => {
      const key = [apiVersion, kind, namespace ?? '', name].join('\n')
      return !seen.has(key) && seen.add(key)
    })
}
