import type { ReactNode } from 'react'
import type { Input } from '../../../shared/contract'
import type { Settings } from '../../../shared/settings'
import { languages } from '../../../shared/text/catalogue'
import { languageSettingText } from '../../../shared/text/language-setting'
import { folded } from '../../../shared/text-match'
import { Select, type SelectOption } from '../../components/Select'
import { Switch } from '../../components/Switch'
import { BackupPart } from './BackupPart'
import { FindShortcutField, findShortcutHelp } from './FindShortcutField'
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
  { title: 'Watching', entries: watching(props) },
  { title: 'Appearance', entries: appearance(props) },
  { title: 'Actions', entries: actions(props) },
  { title: 'Notifications', entries: notifications(props) },
  { title: 'Start and window', entries: windowEntries(props) },
  {
    title: 'Backup',
    entries: [
      {
        key: 'backup',
        words:
          'export import backup file restore reset settings defaults move computer accounts hosts templates columns',
        control: <BackupPart />,
      },
    ],
  },
  {
    title: 'Help and diagnostics',
    entries: [
      {
        key: 'help',
        words: 'copy diagnostics open log folder support report bug versions problem',
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
  const help = 'How often each source is polled. Rate limits may slow it down.'
  return [
    {
      key: 'heartbeatIntervalMs',
      words: `${label} ${help} interval refresh rate polling`,
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
      { value: 'system', label: 'System' },
      { value: 'light', label: 'Light' },
      { value: 'dark', label: 'Dark' },
    ],
    'colours colors night mode appearance',
  ),
  choice(
    props,
    'density',
    [
      { value: 'regular', label: 'Regular' },
      { value: 'compact', label: 'Compact' },
    ],
    'density height spacing list size',
  ),
  choice(
    props,
    'clock',
    [
      { value: 'system', label: 'System' },
      { value: '24', label: '24 hours (14:30)' },
      { value: '12', label: '12 hours (2:30 PM)' },
    ],
    'time format am pm hour',
  ),
  choice(
    props,
    'language',
    (['system', ...languages] as const).map((value) => ({ value, label: languageSettingText[value] })),
    languageSettingText.also,
  ),
]

const actions = (props: PartsProps): SettingEntry[] => [
  switched(
    props,
    'waitsBeforeSending',
    'A message to one session, or its disconnect, can be undone until then.',
    'undo grace delay message disconnect',
  ),
]

const notifications = (props: PartsProps): SettingEntry[] => [
  switched(
    props,
    'notifications',
    'When someone new appears. Each account also has its own switch.',
    'alerts popups arrivals',
    { changes: { notificationsAsked: true } },
  ),
  switched(
    props,
    'sound',
    props.platform === 'linux'
      ? 'With each notification, where your desktop plays one.'
      : 'Your system’s own, with each notification.',
    'mute silent audio noise',
  ),
  switched(props, 'badge', badgeHelp(props.platform), 'badge dock launcher taskbar live count', {
    disabled: props.platform === 'win32',
  }),
]

/** Where the number is seen, or that it cannot be. */
function badgeHelp(platform: string): string {
  if (platform === 'darwin')
    return 'How many sessions are live, in the Dock. Needs the permission for notifications.'
  if (platform === 'win32')
    return 'Windows shows no numbers on icons of the taskbar. The tray says how many are live.'
  return 'How many sessions are live, on docks and launchers that show numbers, such as Ubuntu’s and KDE’s.'
}

const windowEntries = (props: PartsProps): SettingEntry[] => [
  choice(
    props,
    'closeTo',
    [
      {
        value: 'tray',
        label: props.platform === 'darwin' ? 'Keeps watching in the menu bar' : 'Keeps watching in the tray',
      },
      { value: 'quit', label: 'Quits Sessiondeck' },
    ],
    'close tray background minimise quit exit',
  ),
  switched(
    props,
    'autostart',
    'Sessiondeck starts when you sign in and waits in the tray.',
    'autostart login boot launch hidden',
  ),
  {
    key: 'findShortcut',
    words: `${settingLabels.findShortcut} ${findShortcutHelp} global hotkey`,
    control: <FindShortcutField label={settingLabels.findShortcut} keys={props.settings.findShortcut} />,
  },
]
