import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import { closeDialog } from '../../stores/dialogs'

/** What an action's dialog says of a session that nobody remembers. */
export function NotListedDialog({ title, children }: { title: string; children: string }) {
  return (
    <Dialog
      title={title}
      size="small"
      onClose={closeDialog}
      footer={
        <Button shortcut="close" onClick={closeDialog}>
          Close
        </Button>
      }
    >
      <p>This session is not listed any more. {children}</p>
    </Dialog>
  )
}
