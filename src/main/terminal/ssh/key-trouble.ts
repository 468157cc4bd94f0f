import { keyTroubleText } from '../../../shared/text/key-trouble'

type Texts = typeof keyTroubleText
type NamesOf<T> = { [Name in keyof Texts]: Texts[Name] extends T ? Name : never }[keyof Texts]

/** Why a key is of no use whatever the passphrase: a text's name, as it may be found in a thread that speaks no language. */
export type KeyTrouble = { why: NamesOf<string> } | { why: NamesOf<(name: string) => string>; name: string }

/** Says it as a sentence's end. */
export const describeKeyTrouble = (trouble: KeyTrouble): string =>
  'name' in trouble ? keyTroubleText[trouble.why](trouble.name) : keyTroubleText[trouble.why]

/** A key that is of no use. */
export class UnusableKey extends Error {
  override readonly name = 'UnusableKey'

  constructor(readonly trouble: KeyTrouble) {
    super(describeKeyTrouble(trouble))
  }
}
