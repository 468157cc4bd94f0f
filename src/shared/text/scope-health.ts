import { catalogue } from './catalogue'

/** How the watching of an account goes: a sentence on its state, what its service’s answers lack, and who came. */
export const scopeHealthText = catalogue.area('scopeHealth', {
  more: (name: string, most: number) =>
    `${name} goes on listing others; the list holds no more than ${catalogue.number(most)}.`,
  moreGaps: (gaps: number) =>
    catalogue.plural(gaps, { one: '# more gap like these.', other: '# more gaps like these.' }),
  timesIn: (units: string) =>
    `Its times are in ${units} instead of the documented form; that is how they are read.`,
  seconds: 'seconds',
  milliseconds: 'milliseconds',
  microseconds: 'microseconds',
  nanoseconds: 'nanoseconds',
  lostValues: (values: number) =>
    catalogue.plural(values, {
      one: '# value could not be read: “—” stands there.',
      other: '# values could not be read: “—” stands there.',
    }),
  shortenedTexts: (texts: number) =>
    catalogue.plural(texts, {
      one: '# text too long for the list: cut, with “…” at the end.',
      other: '# texts too long for the list: cut, with “…” at the end.',
    }),
  unasked: (sessions: number) =>
    catalogue.plural(sessions, {
      one: '# session left out: listed, though not active.',
      other: '# sessions left out: listed, though not active.',
    }),

  slowDown: (name: string) => `${name} asked us to slow down.`,
  askedToWait: (name: string, wait: string) => `${name} asked us to wait ${wait}.`,
  itAskedToWait: (summary: string, wait: string) => `${summary} It asked us to wait ${wait}.`,
  stoppedAnswering: (name: string) => `${name} stopped answering.`,
  noAnswer: (name: string) => `${name} does not answer.`,
  inTrouble: (name: string, status: number) =>
    `${name} is in trouble itself (HTTP ${status}); that does not mean that nobody is online.`,
  unreadable: (name: string, why: string) =>
    `${name} answers, but with something that cannot be read. ${why}`,
  noAddress: (name: string) => `Can’t connect to ${name}: its address can’t be found.`,
  noConnection: (name: string) => `Can’t connect to ${name}.`,
  notSecure: (name: string, why: string) => `Can’t connect securely to ${name}. ${why}`,
  paused: 'Paused. Not polling.',
  asleep: 'This computer is asleep.',
  firstAsk: (name: string) => `Asking ${name} for the first time.`,
  askAgain: (name: string) => `Asking ${name} again.`,
  held: (name: string, wait: string) =>
    `${name} allows no more requests for now: it is asked again in ${wait}.`,

  /** What an answer lacks, each after a semicolon. */
  unreadRows: (rows: number) =>
    catalogue.plural(rows, {
      one: '# row could not be read, so nobody there counts as gone',
      other: '# rows could not be read, so nobody there counts as gone',
    }),
  atScript: (script: string, what: string) => `script ${script}: ${what}`,
  andMore: (what: string, more: number) => `${what} (and ${catalogue.number(more)} more)`,
  /** @param lacks what the answer lacks, with a semicolon before each */
  reading: (done: number, all: number, lacks: string) =>
    `Reading: ${catalogue.number(done)} of ${catalogue.number(all)}${lacks}.`,
  readingUnknown: (done: number, lacks: string) =>
    `Reading: ${catalogue.number(done)} of an unknown number${lacks}.`,
  online: (sessions: number, lacks: string) =>
    `${catalogue.plural(sessions, { one: '# session online', other: '# sessions online' })}${lacks}.`,
  nobodyListed: (lacks: string) => `Nobody can be listed${lacks}.`,
  nobody: (name: string) => `Nobody is online: ${name} answers with an empty list.`,

  fault: 'Sessiondeck failed to read the answer. The other accounts go on.',
  askedHeartbeat: 'heartbeat',
  ownFault: 'a fault of Sessiondeck',

  newSession: 'A new session',
  newSessions: (sessions: number) => `${catalogue.number(sessions)} new sessions`,
  isOnline: (who: string) => `${who} is online`,
  robloxUser: (id: string) => `Roblox user ${id}`,
  somebody: 'Somebody',
})
