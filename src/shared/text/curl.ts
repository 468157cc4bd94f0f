import { catalogue } from './catalogue'

/** Requests as command lines. */
export const curlText = catalogue.area('curl', {
  copy: 'Copy as curl',
  copyTooltip: 'Copy this request as a command line, without the secret',
  presenting: 'Turn off presentation mode to copy this',
  presentingNow: 'Turn off presentation mode to copy this.',
  copied: (variables: string) => `Copied as curl, without the secret: it reads ${variables}.`,
})
