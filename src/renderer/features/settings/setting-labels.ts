import type { Settings } from '../../../shared/settings'
import { settingLabelsText } from '../../../shared/text/setting-labels'

/** What is no setting of its own, or not one that a person sets in the settings. */
type Elsewhere =
  | 'messageTemplates'
  | 'savedViews'
  | 'scriptLabels'
  | 'presentation'
  | 'closeExplained'
  | 'notificationsAsked'

/** What a person sets in the settings, by the name that it has there. */
export const settingLabels: Readonly<Record<Exclude<keyof Settings, Elsewhere>, string>> = settingLabelsText

/** The same for a name from a file; one that is not known stays as it is. */
export const settingLabel = (key: string): string =>
  new Map<string, string>(Object.entries(settingLabels)).get(key) ?? key
