/** The languages of the window. */
export const languages = ['en', 'de'] as const
export type Language = (typeof languages)[number]

/** One text: fixed, or made from values. */
type Text = string | ((...values: never[]) => string)
/** The texts of one part of the application, by what they say. */
export type Area = Readonly<Record<string, Text>>
/** All texts of a language, by area. */
export type Translations = Readonly<Record<string, Area>>
/** An area in another language: every text of it, made from the same values. */
export type Translation<A extends Area> = {
  readonly [Name in keyof A]: A[Name] extends string ? string : A[Name]
}

/**
 * Every text that is shown, one area beside each part of the application, English unless a translation is loaded. A text is
 * read where it is shown, never kept: the next read is in the language that was chosen meanwhile.
 */
class Catalogue {
  readonly #areas: { name: string; english: Area; spoken: Record<string, Text> }[] = []
  #translations: Translations | null = null
  #language: Language = 'en'

  /** Adds an area and gives its texts in the chosen language, whatever that will be. */
  area<A extends Area>(name: string, english: A): Translation<A> {
    const spoken = { ...english, ...this.#translations?.[name] }
    this.#areas.push({ name, english, spoken })
    return spoken as Translation<A>
  }

  /** Changes the language of all texts; whoever shows some draws them again. Without translations it is English. */
  use(language: Language, translations: Translations | null): void {
    this.#language = language
    this.#translations = translations
    for (const { name, english, spoken } of this.#areas)
      Object.assign(spoken, translations?.[name] ?? english)
  }

  get language(): Language {
    return this.#language
  }

  /** How numbers and times are written: as the system does if it speaks the chosen language, such as `en-GB`. */
  get locale(): string {
    const { locale } = Intl.DateTimeFormat().resolvedOptions()
    return locale.split('-')[0] === this.#language ? locale : this.#language
  }

  /** A number with its thousands apart, such as `1,204`. */
  number(value: number): string {
    // Nearly all are small, and the first formatter of a thread takes longer to make than a row to draw.
    return Number.isInteger(value) && value >= 0 && value < 1_000
      ? String(value)
      : numbers.value.format(value)
  }

  /**
   * The form that a number takes, such as `1,204 sessions`.
   *
   * @param forms with `#` in the number's place
   */
  plural(value: number, forms: { one: string; other: string }): string {
    const form = plurals.value.select(value) === 'one' ? forms.one : forms.other
    return form.replaceAll('#', this.number(value))
  }

  /** Names in a sentence: `LuaAuth and Junkie`, or with `disjunction`, `LuaAuth or Junkie`. */
  list(items: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction'): string {
    return lists[type].value.format(items)
  }
}

export const catalogue = new Catalogue()

/** What is made for the chosen language when it is first wanted, and made anew for another one. */
export class PerLanguage<T> {
  readonly #make: (locale: string) => T
  #made: { language: Language; value: T } | null = null

  constructor(make: (locale: string) => T) {
    this.#make = make
  }

  get value(): T {
    const { language } = catalogue
    if (this.#made?.language !== language) this.#made = { language, value: this.#make(catalogue.locale) }
    return this.#made.value
  }
}

const plurals = new PerLanguage((locale) => new Intl.PluralRules(locale))
const numbers = new PerLanguage((locale) => new Intl.NumberFormat(locale))
// English is written without a comma before the last one, as British does.
const list = (type: 'conjunction' | 'disjunction') =>
  new PerLanguage((locale) => new Intl.ListFormat(catalogue.language === 'en' ? 'en-GB' : locale, { type }))
const lists = { conjunction: list('conjunction'), disjunction: list('disjunction') } as const
