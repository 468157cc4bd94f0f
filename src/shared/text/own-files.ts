import { catalogue } from './catalogue'

/** What is wrong with a file of settings or a config file. */
export const ownFilesText = catalogue.area('ownFiles', {
  otherVersion: 'another version of Sessiondeck wrote it',
  unreadable: (file: string) => `${file} cannot be read. Check its permissions, then restart.`,
  notMoved: (file: string, what: string) => `${file} ${what}. It could not be moved aside.`,
  kept: (file: string, what: string, aside: string) =>
    `${file} ${what}. It was kept as ${aside}, and Sessiondeck started without it.`,
  mistake: (placeAndWhat: string) => `has a mistake at ${placeAndWhat}`,
  topLevel: 'the top level',
  notJson: 'is not valid JSON',
  notRight: 'is not right',
  missing: 'is missing',
  mustBeText: 'must be a text',
  mustBeNumber: 'must be a number',
  mustBeWhole: 'must be a whole number',
  mustBeBoolean: 'must be true or false',
  mustBeList: 'must be a list',
  mustBeObject: 'must be an object',
  mustBeOther: 'must be something else',
  mustBeOneOf: (values: readonly string[]) => `must be ${values.join(' or ')}`,
  mustBeOneOfFor: (values: readonly string[], service: string) =>
    `must be ${values.join(' or ')} for ${service}`,
  needsScope: (service: string) => `${service} needs at least one scope`,
  unknownNames: (names: readonly string[]) => `nothing is called ${names.join(', ')} here`,
  empty: 'must not be empty',
  tooSmall: (least: string) => `must be at least ${least}`,
  tooBig: (most: string) => `must be at most ${most}`,
  tooFew: (least: string) => `must hold at least ${least}`,
  tooMany: (most: string) => `must hold at most ${most}`,

  configUnnamed: '--config needs the name of a file, such as --config accounts.json.',
  configUnreadable: (file: string) =>
    `${file} cannot be read. Check its name and its permissions, then start again.`,
  configWrong: (file: string, what: string) => `${file} ${what}. Correct the file and start again.`,
})
