import { directoryOf, fileName } from '../../paths.js'
import { folderPurpose } from '../purpose.js'
import type { Candidate, Folder } from './candidates.js'
import { danglingCount, isUnreadable, servicesOf } from './loader.js'
import { isPlainlyProduction, variantOf } from './names.js'

/** Why a set is production of which nothing says so. */
export const BY_DEFAULT = 'it is what "docker compose up" loads without an override'

/** How strongly a set is taken for production, strongest first. */
export type Strength = 'named' | 'plain' | 'nearest' | 'none'

/** A candidate with what it is for, as far as its folder tells. */
export interface JudgedSet {
  readonly candidate: Candidate
  readonly production: boolean
  readonly strength: Strength
  readonly because: string
}

/** The sets of one folder. */
export interface FolderSets {
  readonly directory: string
  readonly sets: readonly JudgedSet[]
}

interface Choice {
  readonly candidate: Candidate
  readonly because: string
  readonly strength: Strength
}

const MOST_FILES = 30

/** Tells which of a folder's candidates runs in production: one, and those that add services to it. */
export function chooseProduction(
  folder: Folder,
  candidates: readonly Candidate[],
  variable: { readonly candidate: Candidate; readonly by: string } | undefined,
): FolderSets {
  const { directory } = folder
  const said = folderPurpose(directory)
  if (said?.purpose === 'development') {
    const because = `it lies in ${said.folder}/`
    const sets = candidates.map(candidate => ({ candidate, production: false, strength: 'none', because }) as const)
    return { directory, sets }
  }
  const chosen = choose(folder, candidates, variable)
  if (!chosen) return { directory, sets: candidates.map(candidate => development(candidate, undefined)) }
  const whole = withAdditions(chosen, candidates, folder)
  const names = new Set(servicesOf(whole.candidate.project).keys())
  const sets: JudgedSet[] = [{ ...whole, production: true }]
  for (const candidate of candidates) {
    if (candidate.files.join('\n') === whole.candidate.files.join('\n')) continue
    // A nameless file that went into the set is none of its own.
    if (candidate.variant === 'part' && candidate.files.every(file => whole.candidate.files.includes(file))) continue
    if (!isBeside(candidate, whole.candidate, names)) {
      sets.push(development(candidate, whole.candidate))
      continue
    }
    for (const name of servicesOf(candidate.project).keys()) names.add(name)
    const because = candidate.because ?? `it adds services to what ${whole.candidate.files.join(' + ')} starts`
    sets.push({
      candidate,
      production: true,
      strength: candidate.variant === 'production' ? 'named' : 'plain',
      because,
    })
  }
  return { directory, sets }
}

function development(candidate: Candidate, whole: Candidate | undefined): JudgedSet {
  const told = ['development', 'override', 'preproduction'].includes(candidate.variant) ? candidate.because : undefined
  const isAlike = candidate.variant === 'production' && whole?.variant === 'production'
  const alike = `it is named for production as ${whole?.files.join(' + ')} is, which is judged; \`deployments\` in erp-audit.yml says which one runs`
  const because =
    told ??
    (isAlike && !whole.invocation ? alike : undefined) ??
    (whole ? `${whole.files.join(' + ')} is what production runs` : 'nothing says that it is deployed')
  return { candidate, production: false, strength: 'none', because }
}

/** One file that starts other services than the production set, and is named for nothing else. */
function isBeside(candidate: Candidate, whole: Candidate, names: ReadonlySet<string>): boolean {
  return (
    (candidate.variant === 'part' || candidate.variant === 'production') &&
    candidate.files.length === 1 &&
    !whole.files.includes(candidate.files[0] ?? '') &&
    [...servicesOf(candidate.project).keys()].every(name => !names.has(name))
  )
}

function choose(
  { directory }: Folder,
  candidates: readonly Candidate[],
  variable: { readonly candidate: Candidate; readonly by: string } | undefined,
): Choice | undefined {
  const said = folderPurpose(directory)
  const pick = (candidate: Candidate | undefined, because: string | undefined, strength: Strength) =>
    candidate && { candidate, because: because ?? candidate.because ?? '', strength }
  const plain: Strength =
    said?.purpose === 'production' ? 'named' : said?.purpose === 'preproduction' ? 'nearest' : 'plain'
  const place =
    said &&
    (said.purpose === 'production'
      ? `it lies in ${said.folder}/`
      : `it lies in ${said.folder}/, which is the nearest to production`)
  const production = candidates.filter(one => one.variant === 'production')
  const invoked = production.find(one => one.invocation)
  const named = variable && `COMPOSE_FILE in ${variable.by} names it`
  const neutral = (one: Candidate | undefined) =>
    one && !['development', 'override', 'preproduction'].includes(one.variant) ? one : undefined
  const first = (variant: Candidate['variant'], invokedOnly = false) =>
    candidates.find(one => one.variant === variant && (!invokedOnly || one.invocation !== undefined))
  const together = first('base', true)
  return (
    pick(invoked, becauseOfCommand(invoked), 'named') ??
    pick(variable?.candidate.variant === 'production' ? variable.candidate : undefined, named, 'named') ??
    pick(production.find(one => one.files.some(isPlainlyProduction)) ?? production[0], undefined, 'named') ??
    pick(neutral(variable?.candidate), named, plain) ??
    pick(together, place ?? togetherBy(together?.invocation?.by ?? ''), plain) ??
    pick(
      candidates.find(one => one.variant === 'base'),
      place ?? BY_DEFAULT,
      plain,
    ) ??
    pick(
      // What changes a base in another folder is one choice among others: that base is judged there.
      candidates.find(one => one.variant === 'part' && (place !== undefined || !isElsewhere(one, directory))),
      place ?? 'no other compose file here is named for production',
      plain,
    ) ??
    pick(
      first('preproduction'),
      `${first('preproduction')?.because}, and nothing here is nearer to production`,
      'nearest',
    )
  )
}

function isElsewhere({ files }: Candidate, directory: string): boolean {
  return files.length > 1 && directoryOf(files[0] ?? '') !== directory
}

function togetherBy(by: string): string {
  return by.endsWith('.md') ? `${by} says to start these files together` : `${by} starts these files together`
}

function becauseOfCommand(candidate: Candidate | undefined): string | undefined {
  const command = candidate?.invocation
  if (!command) return undefined
  if (command.starts && command.purpose === 'production') return `${command.by} deploys it`
  return command.starts
    ? `${command.by} starts it, and ${candidate.because}`
    : `${command.by} names it, and ${candidate.because}`
}

/**
 * What belongs to the chosen set though no command says so: files that start further services and refer to those of the
 * set, or the other nameless files of a folder without base, where together they leave nothing undefined.
 */
function withAdditions(chosen: Choice, candidates: readonly Candidate[], folder: Folder): Choice {
  const { candidate } = chosen
  if (candidate.invocation || chosen.strength === 'nearest') return chosen
  let files = candidate.files
  for (const other of candidates) {
    if (files.length >= MOST_FILES) break
    if (other === candidate || other.variant !== 'part' || other.invocation) continue
    const added = other.files.filter(file => !files.includes(file))
    if (added.length !== 1 || directoryOf(added[0] ?? '') !== folder.directory) continue
    if (addsOnly(files, added, candidate.variant === 'part', folder)) files = [...files, ...added]
  }
  if (files.length === candidate.files.length) return chosen
  const more = files.slice(candidate.files.length).map(fileName).join(' and ')
  const because =
    candidate.variant === 'part' && variantOf(candidate.files[0] ?? '') === 'part'
      ? 'none of them is named for a purpose, and together they start one system'
      : `${chosen.because}, and ${more} adds services to it`
  return { ...chosen, candidate: { ...candidate, files, project: folder.load(files) }, because }
}

/** Whether files start only services of their own and the whole leaves no more undefined than before. */
function addsOnly(files: readonly string[], added: readonly string[], alike: boolean, folder: Folder): boolean {
  const before = folder.load(files)
  const alone = folder.load(added)
  if (isUnreadable(alone) || isUnreadable(before)) return false
  const names = servicesOf(before)
  const own = [...servicesOf(alone).keys()]
  if (own.length === 0 || own.some(name => names.has(name))) return false
  if (!alike && danglingCount(alone) === 0) return false
  const after = folder.load([...files, ...added])
  return (
    after.problems.length <= before.problems.length + alone.problems.length - danglingCount(alone) ||
    danglingCount(after) === 0
  )
}
