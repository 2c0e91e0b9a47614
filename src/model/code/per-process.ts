import type { Program } from '../../code/program.js'
import { djangoState } from './django-state.js'
import { goState } from './go/state.js'
import { javascriptState, type LibraryState, pythonState } from './process-state.js'
import { pythonUploads } from './python-uploads.js'
import { type Schedule, schedulesOf } from './schedules.js'
import { type ServiceCode, serviceEnvironment } from './services.js'
import { type Upload, uploadsOf } from './uploads.js'

/** What of a service is there once for each of its processes. */
export interface PerProcess {
  /** Sessions, limits and caches of libraries. */
  readonly kept: readonly LibraryState[]
  /** Work that it starts by the clock. */
  readonly schedules: readonly Schedule[]
  /** Files of users that it writes to its disk. */
  readonly uploads: readonly Upload[]
}

/** What the code of a service keeps or does in each process. */
export function perProcessOf(program: Program, service: ServiceCode): PerProcess {
  const { runtime, code } = service
  switch (runtime) {
    case 'node':
      return {
        kept: javascriptState(program, code),
        schedules: schedulesOf(program, code),
        uploads: uploadsOf(program, code, serviceEnvironment(service)),
      }
    case 'python':
      return {
        kept: [...pythonState(program, code), ...djangoState(program, service)],
        schedules: schedulesOf(program, code),
        uploads: pythonUploads(program, service),
      }
    case 'go':
      return { kept: goState(program, code), schedules: [], uploads: [] }
  }
}
