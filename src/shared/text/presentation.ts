import { catalogue } from './catalogue'

/** Presentation mode, which masks everything personal. */
export const presentationText = catalogue.area('presentation', {
  name: 'Presentation mode',
  title: 'Presentation mode.',
  about: 'Names, keys, addresses and jobs are masked, in exports too.',
  limits: 'Not masked: what a terminal prints, messages you write, account and script names, places.',
  tooltip: (limits: string) => `Mask names, keys, addresses and jobs. ${limits}`,
  onTooltip: 'Presentation mode is on. Press to show everything',
  turnOff: 'Turn off',
})
