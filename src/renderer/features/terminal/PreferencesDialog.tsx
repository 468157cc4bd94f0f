import { type CSSProperties, useState } from 'react'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import layout from '../../components/form-layout.module.css'
import { Select } from '../../components/Select'
import { Switch } from '../../components/Switch'
import { TextField } from '../../components/TextField'
import styles from './dialogs.module.css'
import { closeTerminalDialog } from './terminal-dialogs'
import { isMac } from './terminal-keys'
import {
  fontSizes,
  setPreferences,
  type TerminalPreferences,
  useTerminalPreferences,
} from './terminal-preferences'
import { fontList, useCurrentTheme, windowKind } from './view/appearance'
import { readableOn } from './view/contrast'
import { type TerminalTheme, terminalThemes } from './view/terminal-themes'

const cursors = [
  { value: 'block', label: 'Block' },
  { value: 'bar', label: 'Bar' },
  { value: 'underline', label: 'Underline' },
] as const
const bells = [
  { value: 'visual', label: 'Flash' },
  { value: 'off', label: 'Nothing' },
] as const

const contrasts = [
  { value: '1', label: 'Off: colours as programs choose them' },
  { value: '3', label: '3 : 1' },
  { value: '4.5', label: '4.5 : 1' },
  { value: '7', label: '7 : 1' },
] as const
const contrastOf = { '1': 1, '3': 3, '4.5': 4.5, '7': 7 } as const

/** How terminals look and behave; every change is seen at once, here and in the open terminals. */
export function PreferencesDialog() {
  const preferences = useTerminalPreferences()
  const { id: theme } = useCurrentTheme()
  // It decides which of the two terminal themes is shown.
  const kind = windowKind()
  return (
    <Dialog
      title="Terminal settings"
      onClose={closeTerminalDialog}
      onSubmit={closeTerminalDialog}
      footer={<Button onClick={closeTerminalDialog}>Done</Button>}
    >
      <div className={styles.stack}>
        <Preview preferences={preferences} />
        <Themes
          kind={kind}
          chosen={theme}
          onChoose={(id) => setPreferences(kind === 'dark' ? { darkTheme: id } : { lightTheme: id })}
        />
        <div className={layout.pair}>
          <TextField
            label="Font"
            placeholder="JetBrains Mono"
            value={preferences.fontFamily}
            onChange={(fontFamily) => setPreferences({ fontFamily: fontFamily.slice(0, 100) })}
          />
          <NumberField
            label="Size"
            value={preferences.fontSize}
            min={fontSizes.min}
            max={fontSizes.max}
            onChange={(fontSize) => setPreferences({ fontSize })}
          />
        </div>
        <div className={layout.pair}>
          <Select
            label="Cursor"
            value={preferences.cursor}
            options={cursors}
            onChange={(cursor) => setPreferences({ cursor })}
          />
          <Select
            label="Bell"
            value={preferences.bell}
            options={bells}
            onChange={(bell) => setPreferences({ bell })}
          />
        </div>
        <div className={layout.pair}>
          <Select
            label="Minimum contrast"
            value={`${preferences.minimumContrast}`}
            options={contrasts}
            onChange={(value) => setPreferences({ minimumContrast: contrastOf[value] })}
          />
          <NumberField
            label="Scrollback, lines"
            value={preferences.scrollback}
            min={0}
            max={100_000}
            onChange={(scrollback) => setPreferences({ scrollback })}
          />
        </div>
        <Switches preferences={preferences} />
      </div>
    </Dialog>
  )
}

type SwitchName = {
  [K in keyof TerminalPreferences]: TerminalPreferences[K] extends boolean ? K : never
}[keyof TerminalPreferences]

const switches: readonly { name: SwitchName; label: string; help?: string }[] = [
  { name: 'cursorBlink', label: 'Blinking cursor' },
  { name: 'copyOnSelect', label: 'Copy on select' },
  {
    name: 'warnLines',
    label: 'Warn before pasting multiple lines',
    help: 'Hidden characters always need a confirmation.',
  },
  {
    name: 'remoteClipboard',
    label: 'Let programs set the clipboard',
    help: 'Uses OSC 52, like tmux and vim. Programs can never read it.',
  },
  ...(isMac
    ? [
        {
          name: 'optionIsMeta',
          label: 'Use Option as Meta',
          help: 'When off, it types characters such as @ and |.',
        } as const,
      ]
    : []),
  { name: 'screenReader', label: 'Screen reader', help: 'Announces output. Makes terminals slower.' },
]

function Switches({ preferences }: { preferences: TerminalPreferences }) {
  return switches.map(({ name, label, help }) => (
    <Switch
      key={name}
      label={label}
      help={help}
      checked={preferences[name]}
      onChange={(checked) => setPreferences({ [name]: checked })}
    />
  ))
}

function Themes(props: { kind: TerminalTheme['kind']; chosen: string; onChoose(id: string): void }) {
  const { kind } = props
  // Those that fit the window come first; the others are a matter of taste.
  const sorted = [...terminalThemes].sort((a, b) => Number(b.kind === kind) - Number(a.kind === kind))
  return (
    <fieldset className={styles.themes}>
      <legend>Colours while the window is {kind}</legend>
      {sorted.map((theme) => (
        <label
          key={theme.id}
          className={styles.theme}
          style={{ '--screen': theme.background, '--ink': theme.foreground } as CSSProperties}
        >
          <input
            type="radio"
            name="terminal-theme"
            className="visually-hidden"
            checked={theme.id === props.chosen}
            onChange={() => props.onChoose(theme.id)}
          />
          <span>{theme.name}</span>
          <span className={styles.swatches} aria-hidden>
            {theme.ansi.slice(1, 7).map((colour) => (
              <i key={colour} style={{ background: colour }} />
            ))}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function Preview({ preferences }: { preferences: TerminalPreferences }) {
  const { background, foreground, ansi, cursor } = useCurrentTheme()
  const ink = (index: number) => ({
    color: readableOn(background, ansi[index] ?? foreground, preferences.minimumContrast),
  })
  return (
    <pre
      role="img"
      aria-label="Preview"
      className={styles.sample}
      style={{
        background,
        color: foreground,
        fontFamily: fontList(preferences.fontFamily),
        fontSize: preferences.fontSize,
      }}
    >
      <span style={ink(2)}>ops@web-1</span>:<span style={ink(4)}>~/shop</span>$ git status{'\n'}
      On branch <span style={ink(6)}>main</span>, <span style={ink(3)}>2 changed</span>,{' '}
      <span style={ink(1)}>1 deleted</span>
      {'\n'}
      <span style={ink(2)}>ops@web-1</span>:<span style={ink(4)}>~/shop</span>${' '}
      <span style={{ background: cursor, color: background }}> </span>
    </pre>
  )
}

/** A number that is taken over while it is typed, as soon as it is one that may be. */
function NumberField(props: {
  label: string
  value: number
  min: number
  max: number
  onChange(value: number): void
}) {
  const [text, setText] = useState(String(props.value))
  const isGood = (typed: string) =>
    /^\d+$/.test(typed) && Number(typed) >= props.min && Number(typed) <= props.max
  return (
    <TextField
      label={props.label}
      inputMode="numeric"
      value={text}
      error={isGood(text) ? null : `${props.min} to ${props.max}`}
      onChange={(typed) => {
        setText(typed)
        if (isGood(typed)) props.onChange(Number(typed))
      }}
    />
  )
}
