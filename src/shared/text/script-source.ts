import { catalogue } from './catalogue'

/** The dialog that replaces a script's source. */
export const scriptSourceText = catalogue.area('scriptSource', {
  title: 'Update source',
  /** Before the script's name. */
  about: 'Of',
  /** After the script's name. */
  replaces: (service: string) =>
    `. ${service} doesn’t return the current source. What you enter replaces it.`,
  none: 'There is no source yet',
  tooLong: 'The source is too long',
  fileTooLarge: (file: string) => `${file} is larger than any script.`,
  fileNotText: (file: string) => `${file} could not be read as text.`,
  askTitle: 'Replace the source',
  replace: 'Replace it',
  /** Before the script's name. */
  whoeverRuns: 'Whoever runs',
  /** After the script's name. */
  runsThis: (sessions: number, service: string) => {
    const live = catalogue.plural(sessions, {
      one: '# session of it is live now',
      other: '# sessions of it are live now',
    })
    return `from now on runs this source: ${live}. ${service} doesn’t return the current source.`
  },
  keepAndClose: 'Keep and close',
  update: 'Update script…',
  openFile: 'Open file…',
  otherWays:
    'Or drop a file here, paste, or type. Tab indents; Esc, then Tab leaves the editor; Esc twice closes.',
  file: 'Source file',
  source: 'Source',
  size: (lines: number, characters: number) =>
    `${catalogue.plural(lines, { one: '# line', other: '# lines' })}, ${catalogue.plural(characters, { one: '# character', other: '# characters' })}`,
  waiting: (service: string) => `Waiting for ${service}, which checks and obfuscates the source, up to 75 s…`,
  goToLine: (line: number) => `Go to line ${line}`,
  obfuscatorOutput: 'Obfuscator output',
})
