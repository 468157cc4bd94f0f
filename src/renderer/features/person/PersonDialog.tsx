import { Search } from 'lucide-react'
import { type ClipboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { longestPersonText } from '../../../shared/person'
import { commonText } from '../../../shared/text/common'
import { findPersonText } from '../../../shared/text/find-person'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import { Problem } from '../../components/Problem'
import { TextField } from '../../components/TextField'
import { closeFinder, useDialogs } from '../../stores/dialogs'
import { usePresenter } from '../../stores/presentation'
import { PersonFound } from './PersonFound'
import styles from './person.module.css'
import { usePerson } from './use-person'

/**
 * One box for whatever somebody gave: their sessions and what was done to them, over all accounts. `over`: a dialog
 * about one of the sessions, which leads back here. `wanted`: what it begins with. What was typed goes with the box.
 */
export function PersonDialog({ wanted, over }: { wanted: string; over: ReactNode }) {
  const looksAtOnce = useDialogs((state) => state.looksAtOnce)
  const [text, setText] = useState(wanted)
  const field = useRef<HTMLInputElement>(null)
  const presenter = usePresenter()
  const { state, find } = usePerson()
  useEffect(() => find(looksAtOnce ? wanted : ''), [find, wanted, looksAtOnce])
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    // Pasted into an empty box it is complete: nobody has to press Enter.
    if (text !== '') return
    event.preventDefault()
    const pasted = event.clipboardData.getData('text').trim().slice(0, longestPersonText)
    setText(pasted)
    find(pasted)
  }
  return (
    <Dialog
      title={findPersonText.title}
      size="large"
      initialFocus={field}
      keepOnOutsidePress
      onClose={closeFinder}
      onSubmit={() => find(text)}
      over={over}
      footer={
        <>
          <Button shortcut="close" onClick={closeFinder}>
            {commonText.close}
          </Button>
          <Button kind="primary" type="submit" icon={<Search />} busy={state.kind === 'searching'}>
            {findPersonText.find}
          </Button>
        </>
      }
    >
      <div className={styles.person}>
        <TextField
          ref={field}
          label={findPersonText.field}
          help={findPersonText.fieldHelp}
          type={presenter.on ? 'password' : 'text'}
          mono
          maxLength={longestPersonText}
          value={text}
          onChange={setText}
          onPaste={paste}
        />
        {state.kind === 'idle' && wanted !== '' && !looksAtOnce ? (
          <p role="status">{findPersonText.filledByLink}</p>
        ) : null}
        {state.kind === 'failed' ? <Problem text={state.error.message} /> : null}
        {state.kind === 'found' ? <PersonFound {...state} /> : null}
      </div>
    </Dialog>
  )
}
