import { SquareCode } from 'lucide-react'
import type { CurlSubject } from '../../../shared/curl'
import { curlText } from '../../../shared/text/curl'
import { Button } from '../../components/Button'
import { IconButton } from '../../components/IconButton'
import { usePresenter } from '../../stores/presentation'
import { copyCurl } from './copy-curl'

type Props = {
  /** What is asked, as it is when the button is pressed; `null`: something is wrong, and said elsewhere. */
  subject(): CurlSubject | null
  /** Why there is no request. */
  disabledReason?: string | null
}

/** Copies a request as a command line: an icon in a bar. */
export function CurlIconButton({ label = curlText.copy, ...props }: Props & { label?: string }) {
  return <IconButton label={label} shortcut={null} icon={<SquareCode />} {...useCurl(props)} />
}

/** Copies a request as a command line: a button of a dialog that would send it. */
export function CurlButton(props: Props) {
  return (
    <Button tooltip={curlText.copyTooltip} {...useCurl(props)}>
      {curlText.copy}
    </Button>
  )
}

function useCurl({ subject, disabledReason = null }: Props) {
  const { on } = usePresenter()
  return {
    disabledReason: on ? curlText.presenting : disabledReason,
    onClick: () => {
      const asked = subject()
      if (asked) void copyCurl(asked)
    },
  }
}
