import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react'
import { commonText } from '../../shared/text/common'
import { isPressed } from '../lib/shortcuts'
import { classNames } from './class-names'
import styles from './Dialog.module.css'
import { IconButton } from './IconButton'
import { InDialog, usePopupPlace } from './popup-place'
import { useTypingPause } from './use-typing-pause'
import { useWindowContext } from './window-context'

type DialogProps = {
  /** The accessible name, such as "Send message". */
  title: string
  /** One line under the title: to whom, about what. */
  description?: ReactNode
  children?: ReactNode
  /** The buttons, the primary one last. */
  footer?: ReactNode
  /** `large` is as high as it may be: its body scrolls by itself. `palette` is nothing but its body; the title is only said. */
  size?: 'small' | 'medium' | 'large' | 'palette'
  /** What gets the focus first; else the first control. */
  initialFocus?: RefObject<HTMLElement | null> | (() => HTMLElement | null)
  /** Esc, the cross, or a press outside. */
  onClose(): void
  /** Enter in a field, the submit button, or Ctrl/Cmd+Enter anywhere inside. */
  onSubmit?(): void
  /** A press outside does not close it: there is work in it that would be lost. */
  keepOnOutsidePress?: boolean
  /** A dialog that lies over this one. */
  over?: ReactNode
}

/**
 * The one modal surface: traps the focus, gives it back to where it was or, where that is gone, to the section; closes
 * with Esc. Mounted means open, as soon as the person is not in the middle of typing something elsewhere.
 */
export function Dialog(props: DialogProps) {
  return useTypingPause() ? <OpenDialog {...props} /> : null
}

function OpenDialog(props: DialogProps) {
  const { onFocusLost } = useWindowContext()
  const [hadFocus] = useState(() => document.activeElement !== document.body)
  useEffect(() => {
    // Whoever had it nowhere is led nowhere.
    if (!hadFocus) return
    // The frame after the focus was given back.
    return () => void requestAnimationFrame(onFocusLost)
  }, [hadFocus, onFocusLost])
  const place = usePopupPlace()
  const form = useRef<HTMLFormElement>(null)
  const run = () => {
    props.onSubmit?.()
    // What was refused is where the person looks next.
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isPressed('submit', event)) return
    event.preventDefault()
    run()
  }
  return (
    <Base.Root
      open
      disablePointerDismissal={props.keepOnOutsidePress ?? false}
      onOpenChange={(open) => {
        if (!open) props.onClose()
      }}
    >
      <Base.Portal container={place}>
        <InDialog value={true}>
          <Base.Backdrop className={styles.backdrop} />
          <Base.Viewport className={styles.viewport}>
            <Base.Popup
              className={classNames(styles.popup, styles[props.size ?? 'medium'])}
              initialFocus={props.initialFocus}
            >
              <form ref={form} className={styles.form} onSubmit={submit} onKeyDown={onKeyDown} noValidate>
                <header className={styles.header}>
                  <Base.Title className={styles.title}>{props.title}</Base.Title>
                  {props.description ? (
                    <Base.Description className={styles.description}>{props.description}</Base.Description>
                  ) : null}
                </header>
                <div className={styles.body}>{props.children}</div>
                {props.footer ? <footer className={styles.footer}>{props.footer}</footer> : null}
              </form>
              {/* Last in the tab order: a dialog begins with its first field. */}
              <Base.Close
                render={
                  <IconButton
                    label={commonText.close}
                    shortcut="close"
                    icon={<X />}
                    className={styles.close}
                  />
                }
              />
            </Base.Popup>
          </Base.Viewport>
        </InDialog>
      </Base.Portal>
      {/* Beside the form, not in it: what is submitted there is not submitted here. */}
      {props.over}
    </Base.Root>
  )
}
