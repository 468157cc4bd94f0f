import { commonText } from '../../../shared/text/common'
import { sessionActionsText } from '../../../shared/text/session-actions'
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
          {commonText.close}
        </Button>
      }
    >
      <p>
        {sessionActionsText.notListed} {children}
      </p>
    </Dialog>
  )
}
