import { type CSSProperties, useState } from 'react'
import { terminalSettingsText } from '../../../shared/text/terminal-settings'
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

const labelled = <V extends 'block' | 'bar' | 'underline' | 'visual' | 'off'>(value: V) => ({
  value,
  label: terminalSettingsText[value],
})
const cursors = () => (['block', 'bar', 'underline'] as const).map(labelled)
const bells = () => (['visual', 'off'] as const).map(labelled)

const contrasts = () =>
  [
    { value: '1', label: terminalSettingsText.contrastOff },
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
      title={terminalSettingsText.title}
      onClose={closeTerminalDialog}
      onSubmit={closeTerminalDialog}
      footer={<Button onClick={closeTerminalDialog}>{terminalSettingsText.done}</Button>}
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
            label={terminalSettingsText.font}
            placeholder={terminalSettingsText.ownFont}
            value={preferences.fontFamily}
            onChange={(fontFamily) => setPreferences({ fontFamily: fontFamily.slice(0, 100) })}
          />
          <NumberField
            label={terminalSettingsText.size}
            value={preferences.fontSize}
            min={fontSizes.min}
            max={fontSizes.max}
            onChange={(fontSize) => setPreferences({ fontSize })}
          />
        </div>
        <div className={layout.pair}>
          <Select
            label={terminalSettingsText.cursor}
            value={preferences.cursor}
            options={cursors()}
            onChange={(cursor) => setPreferences({ cursor })}
          />
          <Select
            label={terminalSettingsText.bell}
            value={preferences.bell}
            options={bells()}
            onChange={(bell) => setPreferences({ bell })}
          />
        </div>
        <div className={layout.pair}>
          <Select
            label={terminalSettingsText.contrast}
            value={`${preferences.minimumContrast}`}
            options={contrasts()}
            onChange={(value) => setPreferences({ minimumContrast: contrastOf[value] })}
          />
          <NumberField
            label={terminalSettingsText.scrollback}
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

const switches = (): readonly { name: SwitchName; help?: string }[] => [
  { name: 'cursorBlink' },
  { name: 'copyOnSelect' },
  { name: 'warnLines', help: terminalSettingsText.warnLinesHelp },
  { name: 'remoteClipboard', help: terminalSettingsText.remoteClipboardHelp },
  ...(isMac ? [{ name: 'optionIsMeta', help: terminalSettingsText.optionIsMetaHelp } as const] : []),
  { name: 'screenReader', help: terminalSettingsText.screenReaderHelp },
]

function Switches({ preferences }: { preferences: TerminalPreferences }) {
  return switches().map(({ name, help }) => (
    <Switch
      key={name}
      label={terminalSettingsText[name]}
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
      <legend>
        {kind === 'dark' ? terminalSettingsText.coloursWhileDark : terminalSettingsText.coloursWhileLight}
      </legend>
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

/** Names in the preview. */
const sample = { host: 'ops@web-1', folder: '~/shop', branch: 'main' } as const

function Preview({ preferences }: { preferences: TerminalPreferences }) {
  const { background, foreground, ansi, cursor } = useCurrentTheme()
  const ink = (index: number) => ({
    color: readableOn(background, ansi[index] ?? foreground, preferences.minimumContrast),
  })
  return (
    <pre
      role="img"
      aria-label={terminalSettingsText.preview}
      className={styles.sample}
      style={{
        background,
        color: foreground,
        fontFamily: fontList(preferences.fontFamily),
        fontSize: preferences.fontSize,
      }}
    >
      <span style={ink(2)}>{sample.host}</span>:<span style={ink(4)}>{sample.folder}</span>
      {terminalSettingsText.sampleCommand}
      {'\n'}
      {terminalSettingsText.sampleBranch} <span style={ink(6)}>{sample.branch}</span>,{' '}
      <span style={ink(3)}>{terminalSettingsText.sampleChanged}</span>,{' '}
      <span style={ink(1)}>{terminalSettingsText.sampleDeleted}</span>
      {'\n'}
      <span style={ink(2)}>{sample.host}</span>:<span style={ink(4)}>{sample.folder}</span>${' '}
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
      error={isGood(text) ? null : terminalSettingsText.fromTo(props.min, props.max)}
      onChange={(typed) => {
        setText(typed)
        if (isGood(typed)) props.onChange(Number(typed))
      }}
    />
  )
}
