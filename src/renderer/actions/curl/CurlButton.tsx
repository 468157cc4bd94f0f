import { SquareCode } from 'lucide-react'
import type { CurlSubject } from '../../../shared/curl'
import { Button } from '../../components/Button'
import { IconButton } from '../../components/IconButton'
import { usePresenter } from '../../stores/presentation'
import { copyCurl, curlRefusal } from './copy-curl'

type Props = {
  /** What is asked, as it is when the button is pressed; `null`: something is wrong, and said elsewhere. */
  subject(): CurlSubject | null
  /** Why there is no request. */
  disabledReason?: string | null
}

/** Copies a request as a command line: an icon in a bar. */
export function CurlIconButton({ label = 'Copy as curl', ...props }: Props & { label?: string }) {
  return <IconButton label={label} shortcut={null} icon={<SquareCode />} {...useCurl(props)} />
}

/** Copies a request as a command line: a button of a dialog that would send it. */
export function CurlButton(props: Props) {
  return (
    <Button tooltip="Copy this request as a command line, without the secret" {...useCurl(props)}>
      Copy as curl
    </Button>
  )
}

function useCurl({ subject, disabledReason = null }: Props) {
  const { on } = usePresenter()
  return {
    disabledReason: on ? curlRefusal : disabledReason,
    onClick: () => {
      const asked = subject()
      if (asked) void copyCurl(asked)
    },
  }
}
