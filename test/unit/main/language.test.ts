import { BroadcastChannel, setEnvironmentData } from 'node:worker_threads'
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

describe('a thread', () => {
  const language = new SpokenLanguage()
  const spoken: string[] = []
  const follow = () => followLanguage(() => spoken.push(catalogue.locale))

  afterEach(async () => {
    setEnvironmentData('sessiondeck.language', undefined)
    spoken.length = 0
    await speak('en')
  })

  it('speaks what was chosen before it started, then the last of what is chosen', async () => {
    await language.choose('de')
    // A new thread has its own texts.
    await speak('en')
    follow()
    await expect.poll(() => spoken).toEqual(['de'])
    await Promise.all([language.choose('en-GB'), language.choose('de'), language.choose('de-CH')])
    await language.choose('en')
    await expect.poll(() => spoken.at(-1)).toBe('en')
    expect(catalogue.locale).toBe('en')
  })

  it('asks which one, because another may have been chosen between its creation and its first ear', async () => {
    await language.choose('de')
    const heard: unknown[] = []
    const channel = new BroadcastChannel('sessiondeck.language')
    channel.onmessage = ({ data }: { data?: unknown }) => heard.push(data)
    follow()
    await expect.poll(() => heard).toEqual(['?', 'de'])
    channel.close()
  })
})
