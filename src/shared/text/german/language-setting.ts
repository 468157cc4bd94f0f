import type { Translation } from '../catalogue'
import type { languageSettingText } from '../language-setting'

export const languageSetting: Translation<typeof languageSettingText> = {
  system: 'System',
  en: 'Englisch (English)',
  de: 'Deutsch',
  also: 'sprache übersetzung deutsch englisch language english german',
}
