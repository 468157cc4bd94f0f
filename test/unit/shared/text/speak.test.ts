import { afterEach, describe, expect, it } from 'vitest'
import { catalogue } from '../../../../src/shared/text/catalogue'
import { speak } from '../../../../src/shared/text/speak'
import { trayText } from '../../../../src/shared/text/tray'

afterEach(() => speak('en'))

describe('the language that is spoken', () => {
  it('is the last one that was chosen, though another takes longer to load', async () => {
    const choices = [speak('de'), speak('en')]
    await Promise.all(choices)
    expect(catalogue.language).toBe('en')
    expect(trayText.quit).toBe('Quit Sessiondeck')
    await Promise.all([speak('de'), speak('en'), speak('de-AT')])
    expect(catalogue.locale).toBe('de-AT')
    expect(trayText.quit).toBe('Sessiondeck beenden')
  })

  it('writes numbers as its region does', async () => {
    const written = async (locale: string) => {
      await speak(locale)
      return [catalogue.language, catalogue.number(1_234_567)]
    }
    expect(await written('en-GB')).toEqual(['en', '1,234,567'])
    expect(await written('de')).toEqual(['de', '1.234.567'])
    expect(await written('de-CH')).toEqual(['de', expect.stringMatching(/^1['’]234['’]567$/)])
  })
})
