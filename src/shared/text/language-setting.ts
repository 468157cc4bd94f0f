import { catalogue } from './catalogue'

/** The languages to choose from, each also in its own words: whoever cannot read the present one finds theirs. */
export const languageSettingText = catalogue.area('languageSetting', {
  system: 'System',
  en: 'English',
  de: 'German (Deutsch)',
  /** Other words that it is found by. */
  also: 'language translation english german sprache deutsch',
})
