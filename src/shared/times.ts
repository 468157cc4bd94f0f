/**
 * A time (epoch ms) as a spreadsheet and a program read it: ISO 8601; `null` where there is none or no calendar
 * has it.
 */
export const isoTime = (at: number | null): string | null =>
  at === null || Number.isNaN(new Date(at).getTime()) ? null : new Date(at).toISOString()
