import { catalogue } from './catalogue'

/** What a terminal on a machine of VSay says of its connection. */
export const machineConnectionText = catalogue.area('machineConnection', {
  noAddress: 'VSay gave an address for the terminal that is no address. Nothing was connected.',
  notEncrypted: 'VSay gave an unencrypted address for the terminal. Nothing was connected.',
  otherHost:
    'VSay gave an address for the terminal on another host than the account’s. Nothing was connected.',
  expired: 'The terminal’s token has expired. Reconnect to open a new session on the machine.',
  proxyFailed: (proxy: string, what: string) => `The system’s proxy ${proxy} ${what}.`,
  tlsFailed: (what: string, advice: string) => `VSay ${what}. Nothing was sent. ${advice}`,
  unreachable: (why: string) => `VSay cannot be reached: ${why}.`,
  unknownSession: 'VSay does not know this session any more. Reconnect to open a new one on the machine.',
  notReady: (status: number) => `VSay is not ready for the terminal (${status}).`,
  refusedWith: (status: number) => `VSay refused the terminal (${status}).`,
  refusedBecause: (why: string) => `VSay refused the terminal: ${why}.`,
  noReason: 'no reason given',
  tooLarge: 'VSay sent a message that is larger than any screen.',
  noMessage: 'VSay sent something that is no message of a terminal.',
  broken: 'The connection to VSay broke.',
  silent: 'VSay stopped answering.',
  ended: 'VSay ended the session.',
  endedBecause: (why: string) => `VSay ended the session: ${why}.`,
})
