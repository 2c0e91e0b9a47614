import type { PyRun } from '../../../../code/python/run.js'
import type { PyArguments, PyHost, PyValue } from '../../../../code/python/values.js'
import type { CodeFile } from '../../../../code/syntax.js'
import type { Span } from '../../../../source.js'

/** Every object that has routes, in the order that they are made, and what else a start tells. */
export interface Start {
  readonly made: PyHost[]
  /** Calls that are given an application or router, and that cannot be followed. */
  readonly lost: Span[]
  /** The module of Django's settings, and the file that names it. */
  settings: { readonly name: string; readonly from: CodeFile } | undefined
  /** What is set for REST framework in Django's settings: permissions that apply where a view says none. */
  permissions: readonly string[]
  permissionsAt: Span | undefined
}

/** What one framework answers about its names and objects. */
export interface Framework {
  readonly call?: (run: PyRun, start: Start, name: string, given: PyArguments) => PyValue | undefined
  readonly attribute?: (run: PyRun, start: Start, host: PyHost, name: string) => PyValue | undefined
  readonly method?: (run: PyRun, start: Start, host: PyHost, name: string, given: PyArguments) => PyValue | undefined
  readonly inherited?: (run: PyRun, start: Start, of: PyValue, name: string, given: PyArguments) => PyValue | undefined
  readonly decorate?: (
    run: PyRun,
    start: Start,
    decorator: PyValue,
    decorated: PyValue,
    at: Span,
  ) => PyValue | undefined
}
