import { BroadcastChannel, getEnvironmentData, setEnvironmentData } from 'node:worker_threads'
import { catalogue, type Language, languageOf } from '../shared/text/catalogue'
import { speak } from '../shared/text/speak'

/** Under which threads find the locale when they start, hear of another one, and ask for it. */
const name = 'sessiondeck.language'

/** What a thread asks. */
const which = '?'

/** What the main thread says, for itself and for the threads that follow it. */
export class SpokenLanguage {
  readonly #channel = new BroadcastChannel(name)
  #locale = 'en'

  constructor() {
    this.#channel.onmessage = ({ data }: { data?: unknown }) => {
      if (data === which) this.#channel.postMessage(this.#locale)
    }
    this.#channel.unref()
  }

  /** Says from now on what is shown in this locale's language; later choices win. */
  async choose(locale: string): Promise<void> {
    this.#locale = locale
    setEnvironmentData(name, locale)
    this.#channel.postMessage(locale)
    await speak(locale)
  }
}

/**
 * Speaks, in a thread, the language that the main thread chooses. It begins with that of its creation, and asks, because
 * another one may have been chosen before it listened.
 *
 * @param onSpoken another one is spoken now: what was told before has to be told anew
 */
export function followLanguage(onSpoken: () => void = () => undefined): void {
  const follow = async (locale: unknown) => {
    if (typeof locale !== 'string' || !languageOf(locale)) return
    const before = catalogue.locale
    await speak(locale)
    if (catalogue.locale !== before) onSpoken()
  }
  const channel = new BroadcastChannel(name)
  channel.onmessage = ({ data }: { data?: unknown }) => void follow(data)
  channel.unref()
  void follow(getEnvironmentData(name))
  channel.postMessage(which)
}

/**
 * The locale that a setting comes to: the language, with the region of the system where that speaks it too.
 *
 * @param preferred the system's languages, the best one first, such as `de-AT`
 * @param region how the system writes numbers and times, such as `en-GB`
 */
export function localeOf(setting: Language | 'system', preferred: readonly string[], region: string): string {
  const system = preferred.map(tagOf)
  const language =
    setting === 'system' ? (system.map(languageOf).find((each) => each !== null) ?? 'en') : setting
  return [tagOf(region), ...system].find((tag) => languageOf(tag) === language) ?? language
}

/** A locale as a program reads it: systems write `en_GB.UTF-8`, too. Empty for one that cannot be read. */
function tagOf(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale.replace(/[.@].*$/, '').replaceAll('_', '-'))[0] ?? ''
  } catch {
    return ''
  }
}
