import { catalogue } from './catalogue'

/** How the application stands towards its next version. */
export const updatesText = catalogue.area('updates', {
  title: 'Updates',
  banner: 'Update',
  whatsNew: 'What’s new',
  /** Before how long ago. */
  checked: 'Checked',
  checksHelp:
    'When Sessiondeck starts and every 6 hours. Nothing about you or this computer is sent, and nothing is downloaded until you say so.',

  releasing: (version: string) =>
    `Version ${version} is being released step by step. It will be offered here soon.`,
  notChecked: 'Not checked yet.',
  newest: 'You have the newest version.',
  checking: 'Checking for updates…',
  available: (version: string, size: string) => `Version ${version} is available (${size}).`,
  availableByHand: (version: string) =>
    `Version ${version} is available. This kind of package can’t update itself.`,
  downloading: (version: string) => `Downloading version ${version}…`,
  ready: (version: string) => `Version ${version} is downloaded. Restart Sessiondeck to use it.`,
  installing: (version: string) => `Installing version ${version}. Your system may ask for your password.`,
  megabytes: (count: number) => `${count} MB`,
  progress: 'Progress of the download',
  progressOf: (megabytes: number, size: string) => `${megabytes} of ${size}`,

  check: 'Check for updates',
  download: 'Download',
  openPage: 'Open the download page',
  restart: 'Restart now',
})
