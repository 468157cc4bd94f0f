import { catalogue, type Language } from './catalogue'

/** Loads a language and changes all texts to it, unless it is spoken already. */
export async function speak(language: Language): Promise<void> {
  if (language === catalogue.language) return
  catalogue.use(language, language === 'de' ? (await import('./german')).german : null)
}
