import { X } from 'lucide-react'
import { catalogue } from '../../../shared/text/catalogue'
import { sessionListText } from '../../../shared/text/session-list'
import { bulkVerbs } from '../../actions/bulk-words'
import { Button } from '../../components/Button'
import { IconButton } from '../../components/IconButton'
import { openBulk } from '../../stores/dialogs'
import { clearSelection, useSelection } from '../../stores/selection'
import styles from './SelectionBar.module.css'

/** What can be done with several chosen rows. It floats over the list's end, so that no row moves when it comes. */
export function SelectionBar() {
  const selected = useSelection((state) => state.selected)
  if (selected.size < 2) return null
  return (
    <section className={styles.bar} aria-label={sessionListText.selection} data-selection-bar>
      <span className={styles.count}>
        {catalogue.number(selected.size)}
        <span className={styles.roomy}> {sessionListText.selected}</span>
      </span>
      <Button onClick={() => openBulk({ action: 'message', aim: selected.choice })}>
        {sessionListText.asking(bulkVerbs.message)}
      </Button>
      <Button kind="danger-quiet" onClick={() => openBulk({ action: 'disconnect', aim: selected.choice })}>
        {sessionListText.asking(bulkVerbs.disconnect)}
      </Button>
      <Button
        kind="danger-quiet"
        className={styles.roomy}
        onClick={() => openBulk({ action: 'message-disconnect', aim: selected.choice })}
      >
        {sessionListText.asking(bulkVerbs['message-disconnect'])}
      </Button>
      <IconButton
        label={sessionListText.clearSelection}
        shortcut={null}
        icon={<X />}
        onClick={clearSelection}
      />
    </section>
  )
}
