import { type ReactNode, useRef } from 'react'
import { commonText } from '../../shared/text/common'
import { Button } from './Button'
import { Dialog } from './Dialog'

/** Asks before something is done that others feel. The focus is on *Cancel*: a second Enter answers nothing by accident. */
export function ConfirmDialog(props: {
  title: string
  /** What the button does: "Disable Autofarm". */
  confirm: string
  /** To whom, and what it means for them. */
  children: ReactNode
  onClose(): void
  onConfirm(): void
}) {
  const cancel = useRef<HTMLButtonElement>(null)
  const confirm = () => {
    props.onClose()
    props.onConfirm()
  }
  return (
    <Dialog
      title={props.title}
      size="small"
      initialFocus={cancel}
      onClose={props.onClose}
      onSubmit={confirm}
      footer={
        <>
          <Button ref={cancel} shortcut="close" onClick={props.onClose}>
            {commonText.cancel}
          </Button>
          <Button kind="danger" type="submit" shortcut="submit">
            {props.confirm}
          </Button>
        </>
      }
    >
      <p>{props.children}</p>
    </Dialog>
  )
}
