/** How a report is written. Only the text report has a look; the others are the same bytes everywhere. */
export interface ReportOptions {
  readonly color: boolean
  /** Columns of the terminal. */
  readonly width: number
  /** Problems and score only. */
  readonly quiet: boolean
  /** Every place of every finding. */
  readonly verbose: boolean
  /** Findings that somebody accepted are shown too. */
  readonly includeSuppressed: boolean
  /** The way from the top of the repository to the audited folder, with `/` at its end; empty when it is the top. */
  readonly within: string
  /** What the path of a file is put behind to link to it: `https://github.com/acme/erp/blob/<commit>/`. Absent: no links. */
  readonly links?: string
}

/** A report for a file: no colours, 80 cells wide. */
export const DEFAULT_REPORT_OPTIONS: ReportOptions = {
  color: false,
  width: 80,
  quiet: false,
  verbose: false,
  includeSuppressed: false,
  within: '',
}
