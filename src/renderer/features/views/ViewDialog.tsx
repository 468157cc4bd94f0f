import { useState } from 'react'
import { viewBounds } from '../../../shared/list/view-bounds'
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
    if (wanted === '') return setError('Enter a name.')
    setBusy(true)
    const problem = await (viewId === null ? addView(wanted) : renameView(viewId, wanted))
    setBusy(false)
    setError(problem)
    if (problem === null) closeDialog()
  }
  return (
    <Dialog
      title={viewId === null ? 'Save this view' : 'Rename view'}
      description={
        viewId === null ? 'Filters, order, columns and account, to come back to from the left.' : undefined
      }
      size="small"
      onClose={closeDialog}
      onSubmit={() => void save()}
      footer={
        <>
          <Button shortcut="close" onClick={closeDialog}>
            Cancel
          </Button>
          <Button kind="primary" type="submit" busy={busy} shortcut="submit">
            Save
          </Button>
        </>
      }
    >
      <div className={layout.fields}>
        <TextField
          label="Name"
          value={name}
          maxLength={viewBounds.longestName}
          autoFocus
          error={error}
          help={
            viewId === null && isPersonal
              ? 'A customer’s key or ID is not kept in it: the view shows the whole account.'
              : undefined
          }
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
