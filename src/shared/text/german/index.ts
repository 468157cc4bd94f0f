import type { Translations } from '../catalogue'
import { common } from './common'
import { machines } from './machines'
import { scriptSource } from './script-source'
import { scripts } from './scripts'
import { tray } from './tray'

/** Every area in German. */
export const german = { common, machines, scriptSource, scripts, tray } satisfies Translations
