import type { Text } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import { FolderOpen } from 'lucide-react'
import { useRef, useState } from 'react'
import { longestSource, type ScriptRef } from '../../../shared/script-facts'
import { commonText } from '../../../shared/text/common'
import { scriptSourceText } from '../../../shared/text/script-source'
import { CurlButton } from '../../actions/curl/CurlButton'
import { request } from '../../bridge'
import { Button } from '../../components/Button'
import { ConfirmDialog } from '../../components/ConfirmDialog'
import { Dialog } from '../../components/Dialog'
import { Problem } from '../../components/Problem'
import { duration } from '../../lib/format'
import { useNow } from '../../lib/now'
import { SourceEditor } from './SourceEditor'
import { SourceProblemsList } from './SourceProblemsList'
import { forgetSource, setSource, useSource } from './section-state'
import styles from './source.module.css'
import { sourceProblems } from './source-problems'
import { goToLine, replaceSource } from './source-view'
import { changeError, useScriptChange } from './use-script-change'

/**
 * A script's new source: typed, pasted, dropped or opened; sent once after a question, and kept here until the service
 * took it. `live`: how many sessions run the script.
 */
export function SourceDialog(props: {
  script: ScriptRef
  /** The service's name. */
  service: string
  name: string
  live: number
  onClose(): void
  onUpdated(): void
}) {
  const { script, service, name, onClose } = props
  const source = useSource(script)
  const { step, send, isShown } = useScriptChange(script)
  const [fileError, setFileError] = useState<string | null>(null)
  const [asking, setAsking] = useState(false)
  const editor = useRef<EditorView>(null)
  const file = useRef<HTMLInputElement>(null)
  const error = changeError(step)
  const problems = error ? sourceProblems(error) : null
  const busy = step.kind === 'sending'
  const refusal =
    source === null ? scriptSourceText.none : source.length > longestSource ? scriptSourceText.tooLong : null
  const ask = () => {
    if (refusal === null && !busy) setAsking(true)
  }
  const update = async () => {
    if (source === null || refusal !== null || busy) return
    if (!(await send(() => request('script.update', { ...script, source: source.toString() })))) return
    forgetSource(script, source)
    if (isShown()) props.onUpdated()
  }
  const open = async (opened: File | undefined) => {
    setFileError(null)
    if (!opened || busy) return
    if (opened.size > longestSource) {
      setFileError(scriptSourceText.fileTooLarge(opened.name))
      return
    }
    try {
      // What is not UTF-8 would reach the service as something else.
      const text = new TextDecoder('utf-8', { fatal: true }).decode(await opened.arrayBuffer())
      if (editor.current) replaceSource(editor.current, text)
    } catch {
      setFileError(scriptSourceText.fileNotText(opened.name))
    }
  }
  return (
    <Dialog
      title={scriptSourceText.title}
      size="large"
      description={
        <>
          {scriptSourceText.about}{' '}
          <bdi>
            <strong>{name}</strong>
          </bdi>
          {scriptSourceText.replaces(service)}
        </>
      }
      keepOnOutsidePress
      initialFocus={() => editor.current?.contentDOM ?? null}
      onClose={onClose}
      onSubmit={ask}
      over={
        asking ? (
          <ConfirmDialog
            title={scriptSourceText.askTitle}
            confirm={scriptSourceText.replace}
            onClose={() => setAsking(false)}
            onConfirm={() => void update()}
          >
            {scriptSourceText.whoeverRuns}{' '}
            <bdi>
              <strong>{name}</strong>
            </bdi>{' '}
            {scriptSourceText.runsThis(props.live, service)}
          </ConfirmDialog>
        ) : null
      }
      footer={
        <>
          {busy ? <Waiting service={service} since={step.since} /> : <Size source={source} />}
          <CurlButton subject={() => ({ kind: 'script-update', ...script })} />
          <Button shortcut="close" onClick={onClose}>
            {source === null ? commonText.cancel : scriptSourceText.keepAndClose}
          </Button>
          <Button kind="primary" type="submit" shortcut="submit" busy={busy} disabledReason={refusal}>
            {scriptSourceText.update}
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        <div className={styles.tools}>
          <Button icon={<FolderOpen />} onClick={() => file.current?.click()}>
            {scriptSourceText.openFile}
          </Button>
          <p>{scriptSourceText.otherWays}</p>
          <input
            ref={file}
            type="file"
            aria-label={scriptSourceText.file}
            accept=".lua,.luau,.txt,text/plain"
            className="visually-hidden"
            tabIndex={-1}
            onChange={(event) => {
              void open(event.target.files?.[0])
              event.target.value = ''
            }}
          />
        </div>
        <SourceEditor
          ref={editor}
          initial={source ?? undefined}
          readOnly={busy}
          invalid={error !== null}
          refusedLine={problems?.line ?? null}
          onChange={(doc) => setSource(script, doc)}
          onDropFile={(dropped) => void open(dropped)}
        />
        {fileError === null ? null : <Problem text={fileError} />}
        {error && problems ? (
          <SourceProblemsList
            message={error.message}
            problems={problems}
            onGoTo={(line) => {
              if (editor.current) goToLine(editor.current, line)
            }}
          />
        ) : null}
      </div>
    </Dialog>
  )
}

function Size({ source }: { source: Text | null }) {
  return <p className={styles.size}>{scriptSourceText.size(source?.lines ?? 1, source?.length ?? 0)}</p>
}

/** Counts a wait that may be long: the service obfuscates the source before it answers. */
function Waiting({ service, since }: { service: string; since: number }) {
  const elapsed = useNow((_now, monotonicMs) => duration(monotonicMs - since))
  return (
    <p role="status" className={styles.size}>
      {scriptSourceText.waiting(service)} {elapsed}
    </p>
  )
}
