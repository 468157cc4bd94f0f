import { catalogue } from './catalogue'

/** What was typed and printed in a session. */
export const logsText = catalogue.area('logs', {
  title: 'Session logs',
  /** After whose they are. */
  onMachine: (machine: string) => `on ${machine}`,
  viewer: 'Viewer',
  view: 'View of the logs',
  entries: 'Entries',
  text: 'Text',
  find: 'Find in the logs',
  noHits: 'none',
  hits: (current: number, found: number) => `${current} of ${found}`,
  moreHits: (current: number, found: number) => `${current} of ${found}+`,
  coveredTitle: 'Logs are covered',
  covered: 'Presentation mode is on, and names and addresses in what was typed and printed cannot be masked.',
  showFirst: 'Presentation mode: show the logs first',
  loading: 'Loading logs',
  emptyTitle: 'No logs yet',
  empty: 'Nothing was typed or printed in this session, or its service keeps none of it.',
  linesLeft: (lines: number) =>
    catalogue.plural(lines, {
      one: '# earlier line is not shown. Copy and Save have all of them.',
      other: '# earlier lines are not shown. Copy and Save have all of them.',
    }),
  logs: 'Logs',
  nothingYet: 'Nothing to copy or save yet',
  lineCount: (lines: number) => catalogue.plural(lines, { one: '# line', other: '# lines' }),
  entryCount: (entries: number) => catalogue.plural(entries, { one: '# entry', other: '# entries' }),
})
