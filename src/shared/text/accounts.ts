import { catalogue } from './catalogue'

/** The account form, and what is said where no account fits. */
export const accountsText = catalogue.area('accounts', {
  add: 'Add an account',
  fromConfig: 'The accounts of this run come from its config file.',

  title: 'Account',
  editTitle: 'Edit account',
  addTitle: 'Add account',
  managed: 'Accounts of this run come from the file given with --config. Change them there and start again.',
  demo: 'This is the demo workspace: its accounts belong to the simulated services and cannot be changed.',
  keychainAvailable: 'It is stored in the keychain of this machine and never shown again.',
  keychainUnavailable: 'This machine offers no keychain: you will be asked before it is kept.',
  keychainUnknown: 'It is never shown again.',
  service: 'Service',
  name: 'Name',
  key: 'Key',
  keyStored: 'Stored. Type a new one to replace it.',
  notify: 'Notify me of new sessions',
  notifyHelp: 'A desktop notification, at most one a minute for this account.',
  advanced: 'Address, headers and limits',
  keepForRun: 'Keep for this run only',
  remove: 'Remove…',
  disable: 'Disable',
  enable: 'Enable',
  test: 'Test',
  testing: 'Testing…',
  testTooltip: 'Sends one request with these settings. Nothing is saved.',

  works: (sessions: number) =>
    catalogue.plural(sessions, {
      one: 'Connection works, # session.',
      other: 'Connection works, # sessions.',
    }),
  noKeychain:
    'There is no keychain on this machine, so the key cannot be stored safely. It can be kept in memory until you quit; you will have to type it again next time.',

  address: 'Address',
  otherServer: 'This is a different server. Enter the key again; the stored one isn’t sent there.',
  backTo: (address: string) => `Back to ${address}`,
  authHeader: 'Auth header',
  prefix: 'Prefix',
  noPrefix: 'nothing',
  requestsPerMinute: 'Requests per minute',
  headers: 'Extra headers',
  headersStored: (names: string) =>
    `${names}. Stored values are not shown; to change one, type them all again.`,
  headerName: (line: number) => `Name of header ${line}`,
  headerValue: (line: number) => `Value of header ${line}`,
  value: 'value',
  removeHeader: (line: number) => `Remove header ${line}`,
  addHeader: 'Add a header',
  replaceHeaders: 'Replace them',

  scopes: 'What to watch',
  addScope: 'Add another',
  scopeKind: (line: number) => `Kind of scope ${line}`,
  removeScope: (line: number) => `Stop watching line ${line}`,
  watch: 'Watch',
  watchOnly: 'Watch only',
  textMessages: 'text messages',
  handlerCalls: 'handler calls',
  disconnect: 'disconnect',

  removeTitle: 'Remove account',
  removeAccount: (account: string) => `Remove ${account}`,
  /** Before the account's name. */
  stopsWatching: 'Sessiondeck stops watching',
  /** After the account's name. */
  deletesKey: (service: string) => `(${service}) and deletes its stored key. Nothing changes at the service.`,

  nameNeeded: 'Give the account a name of 1 to 60 characters.',
  scopeNeeded: 'Choose at least one thing to watch.',
  idNeeded: 'Fill in the ID.',
  idNeededOrRemove: 'Fill in the ID, or remove this line.',
  duplicate: 'This line is a duplicate.',
  authHeaderRefused:
    'A header name has letters, digits and hyphens, and is not the connection’s own, such as Host.',
  prefixRefused: 'At most 32 printable characters.',
  rateRefused: 'A whole number from 6 to 6000.',
  headersRefused:
    'Header names have letters, digits and hyphens, and are not the connection’s own, such as Host; values have printable characters only.',
  addressChanged: 'The address changed. Enter the key again.',
  keyNeeded: 'Enter a key.',
})
