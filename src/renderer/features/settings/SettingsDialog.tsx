import { useRef, useState } from 'react'
import type { Input } from '../../../shared/contract'
import { commonText } from '../../../shared/text/common'
import { settingsText } from '../../../shared/text/settings'
import { searchWords } from '../../../shared/text-match'
import { request } from '../../bridge'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import layout from '../../components/form-layout.module.css'
import { Problem } from '../../components/Problem'
import { shortcuts } from '../../lib/shortcuts'
import { closeDialog } from '../../stores/dialogs'
import { useSettings, useWorkspace } from '../../stores/workspace'
import { UpdatesSection } from '../updates/UpdatesSection'
import type { Said } from './diagnostics'
import { SettingsSearch } from './SettingsSearch'
import { ShortcutList } from './ShortcutList'
import { foundIn, isFound, settingParts } from './setting-parts'
import styles from './settings.module.css'
import { terminalShortcuts } from './terminal-shortcuts'

const allShortcuts = [...Object.values(shortcuts), ...terminalShortcuts]

/**
 * What a person can change; every change is saved at once. `said`: what just became of it. `at`: the part to begin
 * with.
 */
export function SettingsDialog({ said, at }: { said?: Said; at?: 'updates' }) {
  const settings = useSettings()
  const workspace = useWorkspace()
  const [query, setQuery] = useState('')
  const [error, setError] = useState(said?.isBad ? said.text : null)
  const updates = useRef<HTMLElement>(null)
  const results = useRef<HTMLDivElement>(null)
  const save = async (changes: Input<'settings.save'>) => {
    const result = await request('settings.save', changes)
    setError(result.ok ? null : result.error.message)
  }
  const words = searchWords(query)
  const parts = foundIn(settingParts({ settings, platform: workspace?.platform ?? '', save }), words)
  const shownKeys = allShortcuts.filter(({ does, keys }) =>
    isFound(`${settingsText.shortcutWords} ${does} ${keys.join(' ')}`, words),
  )
  const showsUpdates = isFound(settingsText.updateWords, words)
  const found = shownKeys.length + (showsUpdates ? 1 : 0)
  const hits = parts.reduce((sum, { entries }) => sum + entries.length, found)
  // A switch and a choice have a hidden field beside them.
  const enterResults = () =>
    results.current
      ?.querySelector<HTMLElement>(':is(input, button):not([tabindex="-1"], [aria-hidden="true"])')
      ?.focus()
  return (
    <Dialog
      title={settingsText.title}
      description={workspace ? settingsText.version(workspace.version) : undefined}
      onClose={closeDialog}
      onSubmit={closeDialog}
      initialFocus={at === 'updates' ? updates : undefined}
      footer={
        <Button shortcut="close" onClick={closeDialog}>
          {commonText.done}
        </Button>
      }
    >
      <SettingsSearch value={query} hits={hits} onChange={setQuery} onEnter={enterResults} />
      {error ? <Problem text={error} /> : null}
      {said && !said.isBad ? (
        <p role="status" className={styles.said}>
          {said.text}
        </p>
      ) : null}
      <div ref={results} className={styles.parts}>
        {parts.map(({ title, entries }) => (
          <section key={title} aria-label={title}>
            <h3 className={styles.heading}>{title}</h3>
            <div className={layout.fields}>
              {entries.map(({ key, control }) => (
                <div key={key}>{control}</div>
              ))}
            </div>
          </section>
        ))}
        {showsUpdates ? (
          <UpdatesSection
            ref={updates}
            isChecking={settings.updateChecks}
            onChecking={(updateChecks) => void save({ updateChecks })}
          />
        ) : null}
        {shownKeys.length > 0 ? (
          <section aria-label={settingsText.shortcuts}>
            <h3 className={styles.heading}>{settingsText.shortcuts}</h3>
            <ShortcutList of={shownKeys} />
          </section>
        ) : null}
        {hits === 0 ? (
          <div className={styles.nothing}>
            <p>{settingsText.noMatch(query.trim())}</p>
            <Button onClick={() => setQuery('')}>{settingsText.showAll}</Button>
          </div>
        ) : null}
      </div>
    </Dialog>
  )
}
