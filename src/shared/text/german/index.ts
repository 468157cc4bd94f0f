import type { Translations } from '../catalogue'
import { tray } from './tray'

/** Every area in German. */
export const german = { tray } satisfies Translations
