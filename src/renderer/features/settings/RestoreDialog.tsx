import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { type BackupItem, type BackupPreview, backupGroups, type Restored } from '../../../shared/backup'
import { commonText } from '../../../shared/text/common'
import { restoreDialogText } from '../../../shared/text/restore-dialog'
import { request } from '../../bridge'
import { Button } from '../../components/Button'
import { Checkbox } from '../../components/Checkbox'
import { Dialog } from '../../components/Dialog'
import { Problem } from '../../components/Problem'
import { exactTime } from '../../lib/format'
import { closeDialog, openDialog } from '../../stores/dialogs'
import { usePresenter } from '../../stores/presentation'
import styles from './restore.module.css'
import { settingLabel } from './setting-labels'
import { takeWindowPart, windowItems } from './window-parts'

/** What an import of the chosen backup would do, to be chosen from; then what it did. */
export function RestoreDialog({ preview }: { preview: BackupPreview }) {
  const [ofWindow] = useState(() => windowItems(preview.window))
  const items: readonly BackupItem[] = [...preview.items, ...ofWindow]
  // What replaces something of the person's is theirs to choose.
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(items.filter(({ effect }) => effect === 'add').map(({ id }) => id)),
  )
  const [step, setStep] = useState<Step>({ kind: 'choosing' })
  const replacing = items.filter(({ effect }) => effect === 'replace').map(({ id }) => id)
  const choose = (ids: readonly string[], wanted: boolean) =>
    setChosen((before) => new Set([...before, ...ids].filter((id) => wanted || !ids.includes(id))))
  const restore = async () => {
    if (chosen.size === 0 || step.kind === 'importing') return
    setStep({ kind: 'importing' })
    const fromShell = preview.items.filter(({ id }) => chosen.has(id)).map(({ id }) => id)
    const result = await request('backup.restore', { chosen: fromShell })
    if (!result.ok) {
      setStep({ kind: 'refused', message: result.error.message })
      return
    }
    const taken = ofWindow.filter(({ id }) => chosen.has(id))
    for (const { part } of taken) takeWindowPart(part, preview.window)
    setStep({ kind: 'done', restored: { ...result.value, done: result.value.done + taken.length } })
  }
  if (step.kind === 'done') return <RestoredDialog restored={step.restored} />
  return (
    <Dialog
      title={restoreDialogText.title}
      description={restoreDialogText.exported(exactTime(preview.exportedAt))}
      onClose={closeDialog}
      onSubmit={() => void restore()}
      keepOnOutsidePress
      footer={
        <>
          <Button shortcut="close" onClick={closeDialog}>
            {commonText.cancel}
          </Button>
          <Button
            kind="primary"
            type="submit"
            shortcut="submit"
            busy={step.kind === 'importing'}
            disabledReason={chosen.size === 0 ? restoreDialogText.nothingChosen : null}
          >
            {restoreDialogText.import(chosen.size)}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        {replacing.length > 0 ? (
          <Checkbox
            label={restoreDialogText.replaceAll(replacing.length)}
            checked={replacing.every((id) => chosen.has(id))}
            mixed={replacing.some((id) => chosen.has(id)) && !replacing.every((id) => chosen.has(id))}
            onChange={(wanted) => choose(replacing, wanted)}
          />
        ) : null}
        {backupGroups.map((group) => (
          <Group
            key={group}
            heading={restoreDialogText[group]}
            items={items.filter((item) => item.group === group)}
            chosen={chosen}
            onChoose={choose}
          />
        ))}
        {step.kind === 'refused' ? <Problem text={step.message} /> : null}
      </div>
    </Dialog>
  )
}

type Step =
  | { kind: 'choosing' | 'importing' }
  | { kind: 'refused'; message: string }
  | { kind: 'done'; restored: Restored }

function Group(props: {
  heading: string
  items: readonly BackupItem[]
  chosen: ReadonlySet<string>
  onChoose(ids: readonly string[], wanted: boolean): void
}) {
  const { heading, items, chosen, onChoose } = props
  const shown = items.filter(({ effect }) => effect !== 'same')
  const same = items.length - shown.length
  if (items.length === 0) return null
  return (
    <section aria-label={heading}>
      <h3 className={styles.heading}>
        {heading}
        {same > 0 ? (
          <span>{shown.length === 0 ? restoreDialogText.allSame : restoreDialogText.someSame(same)}</span>
        ) : null}
      </h3>
      <ul className={styles.items}>
        {shown.map((item) => (
          <Item key={item.id} item={item} chosen={chosen.has(item.id)} onChoose={onChoose} />
        ))}
      </ul>
    </section>
  )
}

function Item({
  item,
  chosen,
  onChoose,
}: {
  item: BackupItem
  chosen: boolean
  onChoose(ids: readonly string[], wanted: boolean): void
}) {
  const { id, group, effect, detail } = item
  const presenter = usePresenter()
  const name =
    group === 'hosts'
      ? presenter.name('Host', item.name)
      : group === 'settings'
        ? settingLabel(item.name)
        : item.name
  // An address names a host as well as its name does; a message may be about somebody.
  const isCovered = presenter.on && (group === 'hosts' || group === 'templates')
  return (
    <li className={styles.item} data-effect={effect}>
      {effect === 'refused' ? (
        <bdi className={styles.name}>{name}</bdi>
      ) : (
        <Checkbox label={name} checked={chosen} onChange={(wanted) => onChoose([id], wanted)} />
      )}
      {detail && !isCovered ? <bdi className={styles.detail}>{detail}</bdi> : null}
      <span className={styles.effect}>{effectWords(item, presenter.text)}</span>
    </li>
  )
}

function effectWords({ effect, why }: BackupItem, text: (words: string) => string): string {
  if (effect === 'add') return restoreDialogText.isNew
  if (effect === 'refused') return restoreDialogText.skipped(text(why))
  return why ? restoreDialogText.replacesBecause(why) : restoreDialogText.replaces
}

/** What came of it, and the keys that are still missing. */
function RestoredDialog({ restored }: { restored: Restored }) {
  const { done, failed, withoutKey } = restored
  const presenter = usePresenter()
  return (
    <Dialog
      title={failed.length === 0 ? restoreDialogText.done : restoreDialogText.doneInPart}
      description={restoreDialogText.imported(done)}
      onClose={closeDialog}
      onSubmit={closeDialog}
      footer={
        <Button kind="primary" type="submit" shortcut="close">
          {commonText.done}
        </Button>
      }
    >
      <div className={styles.stack}>
        {failed.length > 0 ? (
          <section aria-label={restoreDialogText.notImported}>
            <h3 className={styles.heading}>{restoreDialogText.notImported}</h3>
            <ul className={styles.items}>
              {failed.map(({ name, message }) => (
                <li key={name} className={styles.item} data-effect="refused">
                  <bdi className={styles.name}>{presenter.text(settingLabel(name))}</bdi>
                  <span className={styles.effect}>{presenter.text(message)}</span>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {withoutKey.length > 0 ? (
          <section aria-label={restoreDialogText.keysToEnter}>
            <h3 className={styles.heading}>{restoreDialogText.keysToEnter}</h3>
            <p className={styles.note}>{restoreDialogText.keysAbout}</p>
            <ul className={styles.items}>
              {withoutKey.map(({ id, label, headerNames }) => (
                <li key={id} className={styles.key}>
                  <bdi className={styles.name}>{label}</bdi>
                  {headerNames.length > 0 ? (
                    <span className={styles.detail}>
                      {restoreDialogText.extraHeaders(headerNames.join(', '))}
                    </span>
                  ) : null}
                  <Button
                    icon={<KeyRound />}
                    aria-label={restoreDialogText.enterKeyOf(label)}
                    onClick={() => openDialog({ kind: 'account', accountId: id })}
                  >
                    {restoreDialogText.enterKey}
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
    </Dialog>
  )
}
