import { useRef, useState } from 'react'
import type { ScriptInfo } from '../../../shared/script'
import type { KeptDraft, ScriptBase, ScriptDraft } from '../../../shared/script-draft'
import { scriptSwitches } from '../../../shared/script-facts'
import { commonText } from '../../../shared/text/common'
import { scriptsText } from '../../../shared/text/scripts'
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
    <section ref={notice} aria-label={scriptsText.unsavedDraft} className={styles.kept}>
      <h3 className={styles.subheading}>
        {scriptsText.unsavedDraftOf} <bdi>{name}</bdi>
      </h3>
      <p>
        {scriptsText.typed} <RelativeTime at={draft.savedAt} />
        {scriptsText.notSent(holdsOf(draft).join('; '))}
      </p>
      {changed.length === 0 ? null : (
        <p role="status">
          <b>{scriptsText.changedSince(service)}</b> {changed.join(', ')}.
        </p>
      )}
      {hasSource ? <p className={styles.note}>{scriptsText.sourceMayHaveChanged(service)}</p> : null}
      <div className={styles.formButtons}>
        {sure ? <p className={styles.note}>{scriptsText.notRecoverable}</p> : null}
        <Button
          kind="danger-quiet"
          onClick={() => {
            // A source may be hours of work.
            if (hasSource && !sure) setSure(true)
            else void discardDraft(draft)
          }}
        >
          {sure ? scriptsText.discardPermanently : commonText.discard}
        </Button>
        <Button
          kind="primary"
          onClick={async () => {
            if (await continueDraft(draft)) props.onContinued(hasSource)
          }}
        >
          {scriptsText.continueDraft}
        </Button>
      </div>
    </section>
  )
}

const namesOf = (values: Pick<ScriptDraft, 'name'> & ScriptDraft): string[] => [
  ...(values.name === undefined ? [] : [scriptsText.name]),
  ...scriptSwitches.filter((id) => values[id] !== undefined).map((id) => switchWords(id).label),
]

/** What a draft holds. */
function holdsOf({ sourceLength, edit }: KeptDraft): string[] {
  const names = namesOf(edit)
  return [
    ...(sourceLength === null ? [] : [scriptsText.heldSource(sourceLength)]),
    ...(names.length === 0 ? [] : [scriptsText.heldChanges(names.join(', '))]),
  ]
}

/** What is otherwise at the service than when the draft was begun. */
export function changedWords(base: ScriptBase, info: ScriptInfo): string[] {
  const words = (base.name ?? '') === (info.name ?? '') ? [] : [scriptsText.name]
  for (const id of scriptSwitches) if (base[id] !== info[id]) words.push(switchWords(id).label)
  if (base.enabled !== info.enabled) words.push(scriptsText.enabled)
  return words
}
