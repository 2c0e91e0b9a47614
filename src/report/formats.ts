/** The formats that a report can have, in the order of the help. */
export const FORMATS = ['text', 'json', 'sarif', 'markdown', 'html', 'github', 'gitlab', 'junit', 'badge'] as const

/** A form that a report can have. */
export type ReportFormat = (typeof FORMATS)[number]
