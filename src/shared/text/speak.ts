import { catalogue, type Language } from './catalogue'

/** Loads a language and changes all texts to it. */
export async function speak(language: Language): Promise<void> {
  catalogue.use(language, language === 'de' ? (await import('./german')).german : null)
}
