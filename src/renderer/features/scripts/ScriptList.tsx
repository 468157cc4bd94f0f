import { type KeyboardEvent, useRef } from 'react'
import { providerCatalog } from '../../../shared/providers/catalog'
import { scriptKey } from '../../../shared/script-facts'
import { catalogue } from '../../../shared/text/catalogue'
import { scriptsText } from '../../../shared/text/scripts'
import { movedIndex } from '../../lib/list-keys'
import { useKnownScript, useScriptName } from '../../stores/scripts'
import { useKeptDraft } from './kept-drafts'
import { ScriptName } from './ScriptName'
import type { ScriptEntry, ScriptGroup } from './script-entries'
import styles from './scripts.module.css'
import { type ScriptPlace, showScript, useScriptSection } from './section-state'

/** Every script, by account. The arrows, Home and End go from one to the next. */
export function ScriptList({ groups, place }: { groups: readonly ScriptGroup[]; place: ScriptPlace | null }) {
  const list = useRef<HTMLElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const from = buttons.indexOf(document.activeElement as HTMLButtonElement)
    const to = from < 0 ? null : movedIndex(event.key, from, buttons.length, buttons.length)
    if (to === null) return
    event.preventDefault()
    buttons[to]?.focus()
  }
  return (
    <nav ref={list} aria-label={scriptsText.byAccount} className={styles.list} onKeyDown={onKeyDown}>
      {groups.map(({ account, facts, entries }) => (
        <section key={account.id} aria-label={account.label}>
          <h2 className={styles.account}>
            <bdi>{account.label}</bdi>
            <span>{providerCatalog[account.provider].name}</span>
          </h2>
          <ul>
            {facts.kind === 'counted' ? (
              <li>
                <button
                  type="button"
                  className={styles.entry}
                  aria-current={
                    place?.accountId === account.id && place.scriptId === null ? 'page' : undefined
                  }
                  onClick={() => showScript({ accountId: account.id, scriptId: null })}
                >
                  <span className={styles.name}>{scriptsText.overview}</span>
                </button>
              </li>
            ) : null}
            {entries.map((entry) => (
              <Entry
                key={entry.scriptId}
                entry={entry}
                here={place?.accountId === account.id && place.scriptId === entry.scriptId}
              />
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}

function Entry({ entry, here }: { entry: ScriptEntry; here: boolean }) {
  const name = useScriptName(entry)
  const { info } = useKnownScript(entry)
  const typed = useScriptSection(
    ({ drafts, sources }) => drafts.has(scriptKey(entry)) || sources.has(scriptKey(entry)),
  )
  const kept = useKeptDraft(entry) !== null
  return (
    <li>
      <button
        type="button"
        className={styles.entry}
        aria-current={here ? 'page' : undefined}
        title={name === null ? entry.scriptId : `${name}, ${entry.scriptId}`}
        onClick={() => showScript(entry)}
      >
        <ScriptName script={entry} />
        {typed || kept ? <span className={styles.badge}>{scriptsText.unsaved}</span> : null}
        {info?.enabled === false ? <span className={styles.badge}>{scriptsText.off}</span> : null}
        <span className={styles.count}>
          {catalogue.number(entry.live)}
          <span className="visually-hidden"> {scriptsText.live}</span>
        </span>
      </button>
    </li>
  )
}
