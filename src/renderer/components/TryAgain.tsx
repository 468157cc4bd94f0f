import { useRef } from 'react'
import { componentsText } from '../../shared/text/components'
import { Button } from './Button'
import { useFocusHandover } from './use-focus-handover'

/** Asks again for what failed. It goes with the failure, and leaves the focus behind. */
export function TryAgain({ onRetry }: { onRetry(): void }) {
  const button = useRef<HTMLButtonElement>(null)
  useFocusHandover(button)
  return (
    <Button ref={button} onClick={onRetry}>
      {componentsText.tryAgain}
    </Button>
  )
}
