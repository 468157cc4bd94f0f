import { BroadcastChannel, getEnvironmentData, setEnvironmentData } from 'node:worker_threads'
import { catalogue, type Language, languages } from '../shared/text/catalogue'
import { speak } from '../shared/text/speak'

/** Under which threads find the language when they start, and hear of another one. */
const language = 'sessiondeck.language'

const isLanguage = (value: unknown): value is Language => languages.some((each) => each === value)

/** Says from now on what is shown in this language, in this thread and in those that follow it. */
export async function chooseLanguage(chosen: Language): Promise<void> {
  setEnvironmentData(language, chosen)
  const channel = new BroadcastChannel(language)
  channel.postMessage(chosen)
  channel.close()
  await speak(chosen)
}

/**
 * Speaks, in a thread, the language that the main thread chooses.
 *
 * @param onSpoken another one is spoken now: what was told before has to be told anew
 */
export function followLanguage(onSpoken: () => void = () => undefined): void {
  const follow = async (chosen: unknown) => {
    const before = catalogue.language
    if (isLanguage(chosen)) await speak(chosen)
    if (catalogue.language !== before) onSpoken()
  }
  const channel = new BroadcastChannel(language)
  channel.onmessage = ({ data }: { data?: unknown }) => void follow(data)
  channel.unref()
  void follow(getEnvironmentData(language))
}

/**
 * The language that a setting comes to.
 *
 * @param preferred the system's languages, the best one first, such as `de-AT`
 */
export function languageOf(setting: Language | 'system', preferred: readonly string[]): Language {
  if (setting !== 'system') return setting
  return preferred.map((tag) => tag.split('-')[0]).find(isLanguage) ?? 'en'
}
