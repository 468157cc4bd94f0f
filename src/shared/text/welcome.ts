import { catalogue } from './catalogue'

/** What an empty workspace and the demo say, and what is asked or told above everything. */
export const welcomeText = catalogue.area('welcome', {
  title: 'Welcome',
  heading: 'See who is online right now',
  about: (services: string) =>
    `Sessiondeck watches the live sessions of ${services} in one list, tells you when somebody arrives, and lets you message or disconnect them.`,
  addAccount: 'Add account',
  addAccountTooltip: 'You need an API key of one of the services',
  openDemo: 'Open the demo workspace',
  openDemoTooltip: 'Simulated services on this machine; nothing is sent anywhere',
  addHost: 'Add an SSH host',
  addHostTooltip: 'Terminals need no account',
  keysStay: 'Keys stay in this machine’s keychain.',
  demoNeedsNoKey: 'The demo needs no key.',

  demo: 'Demo',
  simulated: 'Demo with simulated services.',
  nothingSent: 'Nothing is sent anywhere.',
  openOwn: 'Add your own account',
  openOwnTooltip: 'Opens a window of your own beside the demo',
  quitDemo: 'Quit demo',
  quitDemoTooltip: 'Ends the demo and its terminals',

  notifications: 'Notifications question',
  askNotifications: 'Notify you when someone comes online?',
  turnOn: 'Turn on',
  notNow: 'Not now',
  notNowTooltip: 'Settings has the switch for later',
})
