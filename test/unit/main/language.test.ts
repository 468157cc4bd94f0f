import { BroadcastChannel, setEnvironmentData } from 'node:worker_threads'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { followLanguage, languageOf } from '../../../src/main/language'
import { catalogue, type Language } from '../../../src/shared/text/catalogue'
import { speak } from '../../../src/shared/text/speak'

const name = 'sessiondeck.language'

describe('the language of a thread', () => {
  const choosing = new BroadcastChannel(name)
  const spoken: Language[] = []
  const follow = () => followLanguage(() => spoken.push(catalogue.language))

  afterEach(async () => {
    setEnvironmentData(name, undefined)
    spoken.length = 0
    await speak('en')
  })

  it('is the one that was chosen before it started, then what is chosen', async () => {
    setEnvironmentData(name, 'de')
    follow()
    await vi.waitFor(() => expect(spoken).toEqual(['de']))
    choosing.postMessage('en')
    await vi.waitFor(() => expect(spoken).toEqual(['de', 'en']))
    choosing.close()
  })

  it.each([
    ['de', ['en-GB'], 'de'],
    ['system', ['fr-FR', 'de-AT', 'en-GB'], 'de'],
    ['system', ['fr-FR'], 'en'],
  ] as const)('for %s and a system that speaks %j is %s', (setting, system, language) => {
    expect(languageOf(setting, system)).toBe(language)
  })
})
