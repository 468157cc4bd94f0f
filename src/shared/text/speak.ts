import { catalogue, languageOf } from './catalogue'

/** Says all texts in one language, whose words may have to be loaded first. */
class Speaker {
  #wanted = catalogue.locale

  async speak(locale: string): Promise<void> {
    this.#wanted = locale
    const translations = languageOf(locale) === 'de' ? (await import('./german')).german : null
    // Chosen meanwhile: the last choice wins, however long its words take.
    if (this.#wanted === locale) catalogue.use(locale, translations)
  }
}

const speaker = new Speaker()

/**
 * Loads a language and changes all texts to it, unless another one is wanted by then.
 *
 * @param locale a language, and perhaps the region whose numbers and times are wanted: `de`, `en-GB`
 */
export const speak = (locale: string): Promise<void> => speaker.speak(locale)
