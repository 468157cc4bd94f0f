import { Check, Copy, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { commonText } from '../../shared/text/common'
import { componentsText } from '../../shared/text/components'
import { request } from '../bridge'
import { IconButton } from './IconButton'

type Progress = 'idle' | 'copied' | 'failed'

/** How long the button shows what happened, ms. */
const shownMs = 1_500

const words: Record<Progress, (what: string) => string> = {
  idle: (what) => componentsText.copy(what),
  copied: () => commonText.copied,
  failed: (what) => componentsText.copyFailed(what),
}
const icons: Record<Progress, React.ReactNode> = { idle: <Copy />, copied: <Check />, failed: <X /> }

/** Puts a text on the clipboard. `what` names it: "session id". */
export function CopyButton(props: {
  what: string
  text: string
  disabledReason?: string | null
  className?: string
}) {
  const [progress, setProgress] = useState<Progress>('idle')
  useEffect(() => {
    if (progress === 'idle') return
    const timer = setTimeout(() => setProgress('idle'), shownMs)
    return () => clearTimeout(timer)
  }, [progress])
  const copy = async () => {
    const result = await request('clipboard.write', { text: props.text })
    setProgress(result.ok ? 'copied' : 'failed')
  }
  return (
    <>
      <IconButton
        label={words.idle(props.what)}
        tooltip={words[progress](props.what)}
        shortcut={null}
        disabledReason={props.disabledReason}
        icon={icons[progress]}
        className={props.className}
        onClick={() => void copy()}
      />
      <span className="visually-hidden" role="status">
        {progress === 'idle' ? '' : words[progress](props.what)}
      </span>
    </>
  )
}
