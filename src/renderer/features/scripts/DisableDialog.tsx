import { useRef } from 'react'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import { counted } from '../../lib/format'

/** Asks before a script that people run is switched off. */
export function DisableDialog(props: { name: string; live: number; onClose(): void; onDisable(): void }) {
  const cancel = useRef<HTMLButtonElement>(null)
  const disable = () => {
    props.onDisable()
    props.onClose()
  }
  return (
    <Dialog
      title="Disable script"
      size="small"
      initialFocus={cancel}
      onClose={props.onClose}
      onSubmit={disable}
      footer={
        <>
          <Button ref={cancel} shortcut="close" onClick={props.onClose}>
            Cancel
          </Button>
          <Button kind="danger" type="submit" shortcut="submit">
            Disable {props.name}
          </Button>
        </>
      }
    >
      <p>
        <bdi>
          <strong>{props.name}</strong>
        </bdi>{' '}
        has {counted(props.live, 'live session')}. Disabled, it locks them out: nobody can run it until it is
        enabled again.
      </p>
    </Dialog>
  )
}
