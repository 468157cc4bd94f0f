import { personText } from '../../../shared/person'

/** A mention or something in quotes, as it is pasted from elsewhere. */
const pasted = /^\s*(?:<@|@\S|["'`“”‘’«»])/u
/** A Discord or Roblox ID. */
const number = /^\d{5,}$/
/** A key, a hardware ID, a job: one long word with a digit in it. */
const longWord = /^(?=\S*\d)\S{12,}$/

/** Whether a text is rather what somebody is known by than what a part of the window is called. */
export const looksLikeId = (text: string): boolean => {
  const bare = personText(text)
  return bare !== '' && (pasted.test(text) || number.test(bare) || longWord.test(bare))
}
