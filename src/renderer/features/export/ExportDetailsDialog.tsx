import { err, ok } from '../../../shared/result'
import { scriptNameOf } from '../../../shared/script-names'
import type { SessionKey } from '../../../shared/session'
import { filesText } from '../../../shared/text/files'
import { request } from '../../bridge'
import { closeDialog } from '../../stores/dialogs'
import { getPresenter } from '../../stores/presentation'
import { useScripts } from '../../stores/scripts'
import { useSession } from '../../stores/session'
import { shownSections } from '../details/field-text'
import { rowFacts, type Section } from '../details/row-facts'
import { withScriptName } from '../details/script-field'
import { ExportDialog } from './ExportDialog'
import { detailsText } from './session-export'

/** Writes a session's details to a file; what the list knows where its service does not answer. */
export function ExportDetailsDialog({ sessionKey }: { sessionKey: SessionKey }) {
  const session = useSession(sessionKey)
  return (
    <ExportDialog
      title={filesText.details}
      sources={[{ value: 'details', label: filesText.allFields }]}
      personal={filesText.withPersonalFields}
      fileName="session"
      onClose={closeDialog}
      build={async (choice) => {
        const details = await request('session.details', { key: sessionKey })
        const script = session ? scriptNameOf(useScripts.getState().names, session.row) : null
        const text = (sections: readonly Section[]) =>
          ok(detailsText(shownSections(withScriptName(sections, script), getPresenter()), choice))
        if (details.ok) return text(details.value.sections)
        return session ? text([rowFacts(session.row)]) : err(details.error)
      }}
    />
  )
}
