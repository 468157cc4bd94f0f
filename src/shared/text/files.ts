import { catalogue } from './catalogue'

const sessionCount = (sessions: number) =>
  catalogue.plural(sessions, { one: '# session', other: '# sessions' })

/** What is written to files. */
export const filesText = catalogue.area('files', {
  details: 'Export details',
  allFields: 'All fields of this session',
  withPersonalFields: 'With personal fields, such as keys, hardware IDs and addresses',
  sessions: 'Export sessions',
  allListed: (sessions: number) => `All listed sessions (${sessionCount(sessions)})`,
  selection: (sessions: number) => `The selection (${sessionCount(sessions)})`,
  withPersonal: 'With keys, hardware IDs and IP addresses',
  what: 'What',
  format: 'Format',
  csv: 'CSV, for a spreadsheet',
  json: 'JSON, for a program',
  presenting: 'Presentation mode:',
  masked:
    'the file is masked as the screen is. Names are stand-ins; keys, hardware ids, addresses and texts are left out or dots. Turn the mode off to export what they stand for.',
  tooLarge: 'This is too large for one file. Filter it, for example by period, and export it in parts.',
})
