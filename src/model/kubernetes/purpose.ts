import { directoryOf, fileName } from '../../paths.js'
import { folderPurpose, type Purpose, wordsOf } from '../purpose.js'

/** What a place is for, and why that is thought. */
export interface SaidPurpose {
  readonly purpose: Purpose
  /** As a sentence without a full stop. */
  readonly because: string
  /** The folder that says so; the file itself when its name does. */
  readonly place: string
}

/** Names of kinds and programs say nothing here: `deployment.yaml`, `server.yaml`, `release.yaml`, `test-runner.yaml`. */
const PRODUCTION = new Set(['prod', 'production', 'prd'])
const PREPRODUCTION = new Set(['staging', 'stg', 'uat', 'preprod', 'qa'])
const DEVELOPMENT = new Set([
  ...['dev', 'development', 'local', 'minikube', 'kind', 'e2e', 'example', 'sample', 'quickstart'],
])

/** Folders named for a cluster that people run on their own machine. */
const LOCAL_CLUSTERS = new Set([
  ...['kind', 'minikube', 'k3d', 'microk8s', 'docker-desktop', 'rancher-desktop', 'colima', 'orbstack'],
])

/** What the folders of a kustomization say it is for. */
export function kubernetesPurpose(directory: string): SaidPurpose | undefined {
  const folders = directory.split('/')
  const local = folders.findIndex(folder => LOCAL_CLUSTERS.has(folder.toLowerCase()))
  if (local !== -1) {
    const place = folders.slice(0, local + 1).join('/')
    return { purpose: 'development', because: `it lies in ${place}/`, place }
  }
  const said = folderPurpose(directory)
  return said && { purpose: said.purpose, because: `it lies in ${said.folder}/`, place: said.folder }
}

/** What a file of manifests is for: its folders in development, else its own name, else its folders. */
export function manifestPurpose(path: string): SaidPurpose | undefined {
  const folder = kubernetesPurpose(directoryOf(path))
  if (folder?.purpose === 'development') return folder
  const words = wordsOf(fileName(path))
  const own = (purpose: Purpose, name: string) => ({ purpose, because: `it is named for ${name}`, place: path })
  if (words.some(word => PRODUCTION.has(word))) return own('production', 'production')
  if (words.some(word => PREPRODUCTION.has(word))) return own('preproduction', 'pre-production')
  if (words.some(word => DEVELOPMENT.has(word))) return own('development', 'development')
  return folder
}
