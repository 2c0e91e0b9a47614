import type { RepositoryFile } from '../../../tree.js'
import { credentialReader } from './credential-files.js'
import { settingsFileOf } from './kinds.js'

/** Whether a file may be one of settings, by its path. */
export function mayHoldSettings(file: RepositoryFile): boolean {
  return settingsFileOf(file) !== undefined || credentialReader(file) !== undefined
}
