import { useRef, useState } from 'react'
import { counted } from '../../../shared/counted'
import type { ScriptInfo } from '../../../shared/script'
import type { KeptDraft, ScriptBase, ScriptDraft } from '../../../shared/script-draft'
import { scriptSwitches } from '../../../shared/script-facts'
import { Button } from '../../components/Button'
import { RelativeTime } from '../../components/RelativeTime'
import { useFocusHandover } from '../../components/use-focus-handover'
import { continueDraft, discardDraft } from './kept-drafts'
import { switchWords } from './script-draft'
import styles from './scripts.module.css'

/** Offers what was typed in an earlier run and never sent. `onContinued`: whether a source is in it. */
export function KeptDraftNotice(props: {
  draft: KeptDraft
  /** The service's name. */
  service: string
  name: string
  /** `null` while the service has not said how the script is. */
  info: ScriptInfo | null
  onContinued(hasSource: boolean): void
}) {
  const { draft, service, name, info } = props
  const [sure, setSure] = useState(false)
  const notice = useRef<HTMLElement>(null)
  useFocusHandover(notice)
  const hasSource = draft.sourceLength !== null
  const changed = draft.base && info ? changedWords(draft.base, info) : []
  return (
    <section ref={notice} aria-label="Unsaved draft" className={styles.kept}>
      <h3 className={styles.subheading}>
        Unsaved draft of <bdi>{name}</bdi>
      </h3>
      <p>
        Typed <RelativeTime at={draft.savedAt} />, not sent: {holdsOf(draft).join('; ')}.
      </p>
      {changed.length === 0 ? null : (
        <p role="status">
          <b>The script was changed since at {service}:</b> {changed.join(', ')}.
        </p>
      )}
      {hasSource ? (
        <p className={styles.note}>Whether its source was replaced since, {service} does not say.</p>
      ) : null}
      <div className={styles.formButtons}>
        {sure ? <p className={styles.note}>It can’t be recovered.</p> : null}
        <Button
          kind="danger-quiet"
          onClick={() => {
            // A source may be hours of work.
            if (hasSource && !sure) setSure(true)
            else void discardDraft(draft)
          }}
        >
          {sure ? 'Discard permanently' : 'Discard'}
        </Button>
        <Button
          kind="primary"
          onClick={async () => {
            if (await continueDraft(draft)) props.onContinued(hasSource)
          }}
        >
          Continue
        </Button>
      </div>
    </section>
  )
}

const namesOf = (values: Pick<ScriptDraft, 'name'> & ScriptDraft): string[] => [
  ...(values.name === undefined ? [] : ['Name']),
  ...scriptSwitches.filter((id) => values[id] !== undefined).map((id) => switchWords[id].label),
]

/** What a draft holds. */
function holdsOf({ sourceLength, edit }: KeptDraft): string[] {
  const names = namesOf(edit)
  return [
    ...(sourceLength === null ? [] : [`a new source of ${counted(sourceLength, 'character')}`]),
    ...(names.length === 0 ? [] : [`changes of ${names.join(', ')}`]),
  ]
}

/** What is otherwise at the service than when the draft was begun. */
export function changedWords(base: ScriptBase, info: ScriptInfo): string[] {
  const words = (base.name ?? '') === (info.name ?? '') ? [] : ['Name']
  for (const id of scriptSwitches) if (base[id] !== info[id]) words.push(switchWords[id].label)
  if (base.enabled !== info.enabled) words.push('Enabled')
  return words
}
