import { randomUUID } from 'node:crypto'
import { appendFileSync } from 'node:fs'

/** What the runner takes from one step (https://github.com/actions/runner, FileCommandManager.cs): 1 MiB. We keep below. */
export const LARGEST_SUMMARY = 900_000

/**
 * Adds an output of the step to the file that the runner names (`GITHUB_OUTPUT`), behind a delimiter that no value can know
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#multiline-strings).
 */
export function addOutput(file: string | undefined, name: string, value: string): void {
  if (!file) return
  const delimiter = `erp-audit-${randomUUID()}`
  appendFileSync(file, `${name}<<${delimiter}\n${value}\n${delimiter}\n`)
}

/** Adds to the summary of the step (`GITHUB_STEP_SUMMARY`). */
export function addSummary(file: string | undefined, markdown: string): void {
  if (file) appendFileSync(file, markdown)
}
