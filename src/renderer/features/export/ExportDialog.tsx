import { useState } from 'react'
import { longestText } from '../../../shared/contract'
import type { AppError } from '../../../shared/result'
import { err, type Result } from '../../../shared/result'
import { commonText } from '../../../shared/text/common'
import { filesText } from '../../../shared/text/files'
import { saveFile, tellSaved } from '../../actions/save-file'
import { Button } from '../../components/Button'
import { Checkbox } from '../../components/Checkbox'
import { Dialog } from '../../components/Dialog'
import { Problem } from '../../components/Problem'
import { Select } from '../../components/Select'
import { datedName } from '../../lib/file-name'
import { usePresenter } from '../../stores/presentation'
import styles from './export.module.css'

export type ExportFormat = 'csv' | 'json'

const formats = () =>
  [
    { value: 'csv', label: filesText.csv },
    { value: 'json', label: filesText.json },
  ] as const

/** What the person chose. */
type ExportChoice<S extends string> = { source: S; format: ExportFormat; personal: boolean }

const tooMuch = (): AppError => ({ kind: 'too-large', message: filesText.tooLarge })

/**
 * Asks what to write in which form, then where. While presenting a file holds no more than the screen shows: `build`
 * masks it, and there is no asking for more.
 */
export function ExportDialog<S extends string>(props: {
  title: string
  /** What can be written, the likeliest first. */
  sources: readonly { value: S; label: string }[]
  /** What is left out unless it is asked for; `null`: there is nothing of the kind. */
  personal: string | null
  /** The name of the file without its day and its ending. */
  fileName: string
  build(choice: ExportChoice<S>): Promise<Result<string>>
  onClose(): void
}) {
  const { sources, onClose } = props
  const [source, setSource] = useState<S | undefined>(sources[0]?.value)
  const [format, setFormat] = useState<ExportFormat>('csv')
  const [personal, setPersonal] = useState(false)
  const presenting = usePresenter().on
  const [state, setState] = useState<{ busy: boolean; error: AppError | null }>({ busy: false, error: null })
  const run = async () => {
    if (source === undefined || state.busy) return
    setState({ busy: true, error: null })
    const result = await save(
      datedName(props.fileName, format),
      await props.build({ source, format, personal: personal && !presenting }),
    )
    setState({ busy: false, error: result.ok ? null : result.error })
    if (!result.ok || result.value === null) return
    tellSaved(result.value)
    onClose()
  }
  return (
    <Dialog
      title={props.title}
      size="small"
      onClose={onClose}
      onSubmit={() => void run()}
      footer={
        <>
          <Button onClick={onClose}>{commonText.cancel}</Button>
          <Button kind="primary" type="submit" busy={state.busy}>
            {commonText.saveAs}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        {source === undefined ? null : (
          <Select<S> label={filesText.what} value={source} options={sources} onChange={setSource} />
        )}
        <Select<ExportFormat>
          label={filesText.format}
          value={format}
          options={formats()}
          onChange={setFormat}
        />
        {presenting ? (
          <p className={styles.note}>
            <b>{filesText.presenting}</b> {filesText.masked}
          </p>
        ) : props.personal === null ? null : (
          <Checkbox label={props.personal} checked={personal} onChange={setPersonal} />
        )}
        {state.error ? <Problem text={state.error.message} /> : null}
      </div>
    </Dialog>
  )
}

async function save(suggestedName: string, text: Result<string>): Promise<Result<string | null>> {
  if (!text.ok) return text
  return text.value.length > longestText ? err(tooMuch()) : saveFile(suggestedName, text.value)
}
