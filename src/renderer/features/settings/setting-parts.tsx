import type { ReactNode } from 'react'
import type { Input } from '../../../shared/contract'
import type { Settings } from '../../../shared/settings'
import { languages } from '../../../shared/text/catalogue'
import { languageSettingText } from '../../../shared/text/language-setting'
import { settingsText } from '../../../shared/text/settings'
import { folded } from '../../../shared/text-match'
import { Select, type SelectOption } from '../../components/Select'
import { Switch } from '../../components/Switch'
import { BackupPart } from './BackupPart'
import { FindShortcutField } from './FindShortcutField'
import { HelpPart } from './HelpPart'
import { IntervalField } from './IntervalField'
import { settingLabels } from './setting-labels'

/** One thing in the settings, and the words that it is found by: its label, what explains it, and what else people call it. */
type SettingEntry = { key: string; words: string; control: ReactNode }

/** Settings under one heading. */
export type SettingPart = { title: string; entries: readonly SettingEntry[] }

type PartsProps = {
  settings: Settings
  platform: string
  save(changes: Input<'settings.save'>): Promise<void>
}

/** Everything that can be set, in its order. */
export const settingParts = (props: PartsProps): readonly SettingPart[] => [
  { title: settingsText.watching, entries: watching(props) },
  { title: settingsText.appearance, entries: appearance(props) },
  { title: settingsText.actions, entries: actions(props) },
  { title: settingsText.notifications, entries: notifications(props) },
  { title: settingsText.window, entries: windowEntries(props) },
  {
    title: settingsText.backup,
    entries: [
      {
        key: 'backup',
        words: settingsText.backupWords,
        control: <BackupPart />,
      },
    ],
  },
  {
    title: settingsText.help,
    entries: [
      {
        key: 'help',
        words: settingsText.helpWords,
        control: <HelpPart />,
      },
    ],
  },
]

/** Whether words of a search all stand in a text. */
export const isFound = (text: string, words: readonly string[]): boolean => {
  const searched = folded(text)
  return words.every((word) => searched.includes(word))
}

/** What a search leaves of the parts; the title of a part finds all of it. */
export const foundIn = (parts: readonly SettingPart[], words: readonly string[]): SettingPart[] =>
  parts
    .map(({ title, entries }) => ({
      title,
      entries: entries.filter((entry) => isFound(`${title} ${entry.words}`, words)),
    }))
    .filter(({ entries }) => entries.length > 0)

type SwitchName = {
  [K in keyof typeof settingLabels]: Settings[K] extends boolean ? K : never
}[keyof typeof settingLabels]

/** A switch. `also`: what else people call it. */
function switched(
  { settings, save }: PartsProps,
  key: SwitchName,
  help: string,
  also: string,
  more: { changes?: Input<'settings.save'>; disabled?: boolean } = {},
): SettingEntry {
  const label = settingLabels[key]
  return {
    key,
    words: `${label} ${help} ${also}`,
    control: (
      <Switch
        label={label}
        help={help}
        checked={settings[key]}
        disabled={more.disabled}
        onChange={(on) => void save({ [key]: on, ...more.changes })}
      />
    ),
  }
}

type ChoiceName = {
  [K in keyof typeof settingLabels]: string extends Settings[K]
    ? never
    : Settings[K] extends string
      ? K
      : never
}[keyof typeof settingLabels]

/** A choice of a few. */
function choice<K extends ChoiceName>(
  { settings, save }: PartsProps,
  key: K,
  options: readonly SelectOption<Settings[K]>[],
  also: string,
): SettingEntry {
  const label = settingLabels[key]
  return {
    key,
    words: `${label} ${options.map((option) => option.label).join(' ')} ${also}`,
    control: (
      <Select
        label={label}
        value={settings[key]}
        options={options}
        onChange={(value) => void save({ [key]: value })}
      />
    ),
  }
}

function watching({ settings, save }: PartsProps): SettingEntry[] {
  const label = settingLabels.heartbeatIntervalMs
  const help = settingsText.heartbeatHelp
  return [
    {
      key: 'heartbeatIntervalMs',
      words: `${label} ${help} ${settingsText.heartbeatWords}`,
      control: (
        <IntervalField
          key={settings.heartbeatIntervalMs}
          label={label}
          help={help}
          ms={settings.heartbeatIntervalMs}
          onSave={(heartbeatIntervalMs) => save({ heartbeatIntervalMs })}
        />
      ),
    },
  ]
}

const appearance = (props: PartsProps): SettingEntry[] => [
  choice(
    props,
    'theme',
    [
      { value: 'system', label: settingsText.themeSystem },
      { value: 'light', label: settingsText.themeLight },
      { value: 'dark', label: settingsText.themeDark },
    ],
    settingsText.themeWords,
  ),
  choice(
    props,
    'density',
    [
      { value: 'regular', label: settingsText.densityRegular },
      { value: 'compact', label: settingsText.densityCompact },
    ],
    settingsText.densityWords,
  ),
  choice(
    props,
    'clock',
    [
      { value: 'system', label: settingsText.clockSystem },
      { value: '24', label: settingsText.clock24 },
      { value: '12', label: settingsText.clock12 },
    ],
    settingsText.clockWords,
  ),
  choice(
    props,
    'language',
    (['system', ...languages] as const).map((value) => ({ value, label: languageSettingText[value] })),
    languageSettingText.also,
  ),
]

const actions = (props: PartsProps): SettingEntry[] => [
  switched(props, 'waitsBeforeSending', settingsText.waitHelp, settingsText.waitWords),
]

const notifications = (props: PartsProps): SettingEntry[] => [
  switched(props, 'notifications', settingsText.notificationsHelp, settingsText.notificationsWords, {
    changes: { notificationsAsked: true },
  }),
  switched(
    props,
    'sound',
    props.platform === 'linux' ? settingsText.soundHelpLinux : settingsText.soundHelp,
    settingsText.soundWords,
  ),
  switched(props, 'badge', badgeHelp(props.platform), settingsText.badgeWords, {
    disabled: props.platform === 'win32',
  }),
]

/** Where the number is seen, or that it cannot be. */
function badgeHelp(platform: string): string {
  if (platform === 'darwin') return settingsText.badgeHelpMac
  return platform === 'win32' ? settingsText.badgeHelpWindows : settingsText.badgeHelpLinux
}

const windowEntries = (props: PartsProps): SettingEntry[] => [
  choice(
    props,
    'closeTo',
    [
      {
        value: 'tray',
        label: props.platform === 'darwin' ? settingsText.closeToMenuBar : settingsText.closeToTray,
      },
      { value: 'quit', label: settingsText.closeToQuit },
    ],
    settingsText.closeToWords,
  ),
  switched(props, 'autostart', settingsText.autostartHelp, settingsText.autostartWords),
  {
    key: 'findShortcut',
    words: `${settingLabels.findShortcut} ${settingsText.findShortcutHelp} ${settingsText.findShortcutWords}`,
    control: <FindShortcutField label={settingLabels.findShortcut} keys={props.settings.findShortcut} />,
  },
]
