import { useState } from 'react'
import { viewBounds } from '../../../shared/list/view-bounds'
import { commonText } from '../../../shared/text/common'
import { savedViewsText } from '../../../shared/text/saved-views'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import layout from '../../components/form-layout.module.css'
import { TextField } from '../../components/TextField'
import { closeDialog } from '../../stores/dialogs'
import { useView } from '../../stores/view'
import { useSettings } from '../../stores/workspace'
import { addView, isPersonalPlace, renameView } from './saved-views'

/** Asks for the name of a view: of a new one, which holds what is shown now, or of one that has another name so far. */
export function ViewDialog({ viewId }: { viewId: string | null }) {
  const view = useSettings().savedViews.find(({ id }) => id === viewId)
  const isPersonal = useView(({ place }) => isPersonalPlace(place))
  const [name, setName] = useState(view?.name ?? '')
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const save = async () => {
    const wanted = name.trim()
    if (busy) return
    if (wanted === '') return setError(savedViewsText.nameNeeded)
    setBusy(true)
    const problem = await (viewId === null ? addView(wanted) : renameView(viewId, wanted))
    setBusy(false)
    setError(problem)
    if (problem === null) closeDialog()
  }
  return (
    <Dialog
      title={viewId === null ? savedViewsText.saveTitle : savedViewsText.renameTitle}
      description={viewId === null ? savedViewsText.saveAbout : undefined}
      size="small"
      onClose={closeDialog}
      onSubmit={() => void save()}
      footer={
        <>
          <Button shortcut="close" onClick={closeDialog}>
            {commonText.cancel}
          </Button>
          <Button kind="primary" type="submit" busy={busy} shortcut="submit">
            {commonText.save}
          </Button>
        </>
      }
    >
      <div className={layout.fields}>
        <TextField
          label={savedViewsText.name}
          value={name}
          maxLength={viewBounds.longestName}
          autoFocus
          error={error}
          help={viewId === null && isPersonal ? savedViewsText.personal : undefined}
          onChange={(text) => {
            setName(text)
            setError(null)
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            void save()
          }}
        />
      </div>
    </Dialog>
  )
}
