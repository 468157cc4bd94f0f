import { catalogue } from './catalogue'

/** What an import would do with each item of a backup. */
export const restorePlanText = catalogue.area('restorePlan', {
  account: (place: number) => `Account ${place}`,
  host: (place: number) => `Host ${place}`,
  template: (place: number) => `Template ${place}`,
  view: (place: number) => `View ${place}`,
  scriptNames: 'Names of scripts',
  newNames: (names: number) => catalogue.plural(names, { one: '# new name', other: '# new names' }),
  otherNames: (names: number) => catalogue.plural(names, { one: '# other name', other: '# other names' }),
  callOtherwise: 'you call them otherwise',

  mistake: (place: string, what: string) => `It has a mistake${place && ` at ${place}`}: ${what}.`,
  managed: 'Accounts come from outside here and cannot be changed.',
  otherScope: (service: string) => `It watches what ${service} does not have.`,
  unreadableName: 'Its name cannot be shown.',
  twice: 'It is in the file twice.',
  room: (templates: number) =>
    catalogue.plural(templates, {
      one: 'There is room for # template.',
      other: 'There is room for # templates.',
    }),
  viewRoom: (views: number) =>
    catalogue.plural(views, { one: 'There is room for # view.', other: 'There is room for # views.' }),
  noSetting: 'This version has no such setting.',

  /** What of an account, a host or a template differs. */
  name: 'name',
  service: 'service',
  address: 'address',
  authHeader: 'auth header',
  scopes: 'what to watch',
  onOrOff: 'on or off',
  notifications: 'notifications',
  requestsPerMinute: 'requests per minute',
  group: 'group',
  keys: 'keys',
  jumps: 'jump hosts',
  forwards: 'forwarded ports',
  agentForwarding: 'agent forwarding',
  hostKey: 'host key',
  keepAlive: 'keep-alive',
  keptOutput: 'kept output',
  message: 'message',
  columns: 'columns',
  order: 'order',
  filters: 'filters',

  /** What a host does. */
  jumpCount: (jumps: number) => catalogue.plural(jumps, { one: '# jump host', other: '# jump hosts' }),
  forwardCount: (ports: number) =>
    catalogue.plural(ports, { one: '# forwarded port', other: '# forwarded ports' }),
  forwardsAgent: 'forwards your agent',
  keepsOutput: 'keeps its output',

  columnCount: (columns: number) => catalogue.plural(columns, { one: '# column', other: '# columns' }),
  ownKeys: (shortcuts: number) =>
    catalogue.plural(shortcuts, { one: '# of your own', other: '# of your own' }),
  on: 'on',
  off: 'off',
  none: 'none',
  seconds: (count: number) => `${count} s`,
})
