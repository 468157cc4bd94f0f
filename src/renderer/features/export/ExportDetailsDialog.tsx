import { err, ok } from '../../../shared/result'
import type { SessionKey } from '../../../shared/session'
import { request } from '../../bridge'
import { closeDialog } from '../../stores/dialogs'
import { useSession } from '../../stores/session'
import { rowFacts } from '../details/row-facts'
import { ExportDialog } from './ExportDialog'
import { detailsText } from './session-export'

const what = [{ value: 'details', label: 'All fields of this session' }] as const

/** Writes a session's details to a file; what the list knows where its service does not answer. */
export function ExportDetailsDialog({ sessionKey }: { sessionKey: SessionKey }) {
  const session = useSession(sessionKey)
  return (
    <ExportDialog
      title="Export details"
      sources={what}
      personal="With personal fields, such as keys, hardware ids and addresses"
      fileName="session"
      onClose={closeDialog}
      build={async (choice) => {
        const details = await request('session.details', { key: sessionKey })
        if (details.ok) return ok(detailsText(details.value.sections, choice))
        return session ? ok(detailsText([rowFacts(session.row)], choice)) : err(details.error)
      }}
    />
  )
}
