import { catalogue } from './catalogue'

/** The small view that stays over other windows. */
export const miniText = catalogue.area('mini', {
  title: 'Live sessions',
  live: (sessions: number) => catalogue.plural(sessions, { one: '# session live', other: '# sessions live' }),
  leave: 'Back to the full window',
  paused: 'Paused. Not polling.',
  noAccounts: 'No account is watched.',
  enter: 'Mini view',
  enterHelp: 'Keep a small window with the live counts over all others',
  enterAlso: 'always on top small window compact',
})
