import { Search } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { longestPersonText } from '../../../shared/person'
import { paletteDialogText } from '../../../shared/text/palette-dialog'
import { classNames } from '../../components/class-names'
import { Dialog } from '../../components/Dialog'
import { Kbd } from '../../components/Kbd'
import { movedIndex } from '../../lib/list-keys'
import { keysOf } from '../../lib/shortcuts'
import { closeDialog } from '../../stores/dialogs'
import { usePresenter } from '../../stores/presentation'
import type { PaletteEntry, PaletteGroup, PaletteRow } from './entries'
import type { Part } from './match'
import styles from './palette.module.css'
import { type PaletteProps, usePalette } from './use-palette'

/** Rows that PageUp and PageDown pass over. */
const pageRows = 8

/** One field for everything: where to go, what to do, whom to find. What was typed goes with it. */
export function PaletteDialog(props: PaletteProps) {
  const { query, setQuery, groups, active, setActive, run } = usePalette(props)
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  const presenter = usePresenter()
  const rows = groups.flatMap((group) => group.rows)
  const optionId = (row: PaletteRow) => `${id}-${rows.indexOf(row)}`
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return
    const from = active ? rows.indexOf(active) : 0
    const to = rows[movedIndex(event.key, from, rows.length, pageRows) ?? -1]
    if (!to) return
    event.preventDefault()
    setActive(to.entry)
  }
  return (
    <Dialog
      title={paletteDialogText.title}
      size="palette"
      initialFocus={field}
      onClose={closeDialog}
      onSubmit={() => {
        if (active) run(active.entry)
      }}
    >
      <div className={styles.field}>
        <Search aria-hidden />
        <input
          ref={field}
          role="combobox"
          aria-label={paletteDialogText.field}
          aria-expanded="true"
          aria-controls={id}
          aria-autocomplete="list"
          aria-activedescendant={active ? optionId(active) : undefined}
          placeholder={paletteDialogText.fieldHint}
          className={classNames(presenter.on && styles.covered)}
          autoComplete="off"
          spellCheck={false}
          maxLength={longestPersonText}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id={id} role="listbox" aria-label={paletteDialogText.results} className={styles.list}>
        {groups.map((group) => (
          <Group
            key={group.heading}
            group={group}
            active={active}
            optionId={optionId}
            onPoint={setActive}
            onRun={run}
          />
        ))}
      </div>
      {rows.length === 0 ? (
        <p role="status" className={styles.nothing}>
          {paletteDialogText.nothing}
        </p>
      ) : null}
    </Dialog>
  )
}

type GroupProps = {
  group: PaletteGroup
  active: PaletteRow | undefined
  optionId(row: PaletteRow): string
  onPoint(entry: PaletteEntry): void
  onRun(entry: PaletteEntry): void
}

function Group({ group, active, optionId, onPoint, onRun }: GroupProps) {
  return (
    <fieldset aria-label={group.heading} className={styles.group}>
      <div role="presentation" className={styles.heading}>
        {group.heading}
      </div>
      {group.rows.map((row) => (
        <Option
          key={row.entry.id}
          id={optionId(row)}
          row={row}
          isActive={row.entry.id === active?.entry.id}
          onPoint={() => onPoint(row.entry)}
          onRun={() => onRun(row.entry)}
        />
      ))}
    </fieldset>
  )
}

function Option(props: { id: string; row: PaletteRow; isActive: boolean; onPoint(): void; onRun(): void }) {
  const { row, isActive } = props
  const { label, detail, shortcut, icon: Icon } = row.entry
  const option = useRef<HTMLButtonElement>(null)
  const presenter = usePresenter()
  useEffect(() => {
    if (isActive) option.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])
  return (
    <button
      ref={option}
      type="button"
      id={props.id}
      role="option"
      aria-selected={isActive}
      tabIndex={-1}
      className={styles.option}
      // Moved, not entered: rows that scroll under a pointer that rests are not meant by it.
      onPointerMove={isActive ? undefined : props.onPoint}
      onClick={props.onRun}
    >
      <Icon aria-hidden />
      <bdi className={styles.label}>
        {/* What is marked would spell what is typed. */}
        <Marked text={label} parts={presenter.on ? [] : row.parts} />
      </bdi>
      {detail ? <bdi className={styles.detail}>{detail}</bdi> : null}
      {shortcut ? <Kbd keys={keysOf(shortcut)} /> : null}
    </button>
  )
}

/** A text with parts of it marked. */
function Marked({ text, parts }: { text: string; parts: readonly Part[] }) {
  return (
    <>
      {parts.map(({ start, end }, index) => (
        <span key={start}>
          {text.slice(parts[index - 1]?.end ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(parts.at(-1)?.end ?? 0)}
    </>
  )
}
