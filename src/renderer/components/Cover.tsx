import { EyeOff } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import { componentsText } from '../../shared/text/components'
import { Button } from './Button'
import { EmptyState } from './EmptyState'
import { useFocusHandover } from './use-focus-handover'
import { type Presenter, useWindowContext } from './window-context'

/**
 * For what cannot be masked word by word: covered while presenting until `show` is called, and again each time that the
 * mode begins.
 */
export function useCover(): { covered: boolean; show(): void } {
  const { presenter } = useWindowContext()
  const [shownBy, setShownBy] = useState<Presenter | null>(null)
  return { covered: presenter.on && shownBy !== presenter, show: () => setShownBy(presenter) }
}

/** Stands for what is covered. `children`: why it is. */
export function Cover(props: { title: string; onShow(): void; children: ReactNode }) {
  const button = useRef<HTMLButtonElement>(null)
  useFocusHandover(button)
  return (
    <EmptyState
      icon={<EyeOff />}
      title={props.title}
      actions={
        <Button ref={button} onClick={props.onShow}>
          {componentsText.showAnyway}
        </Button>
      }
    >
      {props.children}
    </EmptyState>
  )
}
