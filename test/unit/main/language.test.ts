import { setEnvironmentData } from 'node:worker_threads'
import { afterEach, describe, expect, it } from 'vitest'
import { followLanguage, localeOf, SpokenLanguage } from '../../../src/main/language'
import { catalogue } from '../../../src/shared/text/catalogue'
import { speak } from '../../../src/shared/text/speak'

describe('the locale', () => {
  it.each([
    // Nothing was chosen: the best of the system's languages that there is, with its region.
    ['system', ['de-AT', 'en-US'], 'de-AT', 'de-AT'],
    ['system', ['fr-FR', 'de-CH', 'en-US'], 'fr-FR', 'de-CH'],
    ['system', ['fr-FR'], 'fr-FR', 'en'],
    ['system', [], '', 'en'],
    // The region is how the system writes numbers and times, if it is of the same language.
    ['system', ['en-US'], 'en-GB', 'en-GB'],
    ['system', ['en-US'], 'de-DE', 'en-US'],
    ['en', ['de-DE', 'en-GB'], 'de-DE', 'en-GB'],
    ['en', ['de-DE'], 'de-DE', 'en'],
    ['de', ['en-US', 'de-AT'], 'en-US', 'de-AT'],
    ['de', ['en-US'], 'en-US', 'de'],
    // As Linux writes them.
    ['system', ['C'], 'en_GB.UTF-8', 'en-GB'],
    ['system', ['de_DE@euro'], 'POSIX', 'de-DE'],
  ] as const)(
    'of %s on a system of %j, which writes as in %s, is %s',
    (setting, preferred, region, locale) => {
      expect(localeOf(setting, preferred, region)).toBe(locale)
    },
  )
})

describe('threads', () => {
  afterEach(() => speak('en'))

  it('hear of each choice, in its order, and speak the last', async () => {
    const heard: string[] = []
    followLanguage((locale) => heard.push(locale))
    const language = new SpokenLanguage()
    await Promise.all([language.choose('de'), language.choose('en-GB'), language.choose('de-CH')])
    expect(catalogue.locale).toBe('de-CH')
    await expect.poll(() => heard.slice(-3)).toEqual(['de', 'en-GB', 'de-CH'])
  })

  it('learn of a choice that was made between their creation and their first ear', async () => {
    const language = new SpokenLanguage()
    await language.choose('de')
    // What a thread was given that was created before.
    setEnvironmentData('sessiondeck.language', 'en')
    const heard: string[] = []
    followLanguage((locale) => heard.push(locale))
    expect(heard).toEqual(['en'])
    await expect.poll(() => heard.at(-1)).toBe('de')
  })
})
