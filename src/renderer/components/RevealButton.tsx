import { Eye, EyeOff } from 'lucide-react'
import { componentsText } from '../../shared/text/components'
import { IconButton } from './IconButton'
import { useWindowContext } from './window-context'

/** Beside a field whose text is dots, or was: shows or hides it. While presenting it stays hidden. */
export function RevealButton(props: {
  /** What it is: "Key". */
  what: string
  hidden: boolean
  onChange(hidden: boolean): void
}) {
  const { what, hidden } = props
  const presenting = useWindowContext().presenter.on
  return (
    <IconButton
      label={hidden ? componentsText.reveal(what) : componentsText.hide(what)}
      disabledReason={presenting ? componentsText.presenting : null}
      shortcut={null}
      icon={hidden ? <Eye /> : <EyeOff />}
      onClick={() => props.onChange(!hidden)}
    />
  )
}
