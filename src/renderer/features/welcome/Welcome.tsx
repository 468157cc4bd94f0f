import { Plus, SquareTerminal } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { namesOfThose } from '../../../shared/providers/catalog'
import { welcomeText } from '../../../shared/text/welcome'
import { request } from '../../bridge'
import { Button } from '../../components/Button'
import { openDialog } from '../../stores/dialogs'
import { useWorkspace } from '../../stores/workspace'
import { openTerminalDialog } from '../terminal/terminal-dialogs'
import { Mark } from './Mark'
import { WindowSketch } from './WindowSketch'
import styles from './welcome.module.css'

/** What an empty workspace shows instead of the list. */
export function Welcome() {
  const keychain = useWorkspace()?.keychain
  const [opening, setOpening] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const first = useRef<HTMLButtonElement>(null)
  // Not from a dialog that is open over it.
  useEffect(() => {
    if (document.activeElement === document.body) first.current?.focus()
  }, [])
  const openDemo = async () => {
    setOpening(true)
    const result = await request('demo.open')
    setOpening(false)
    setError(result.ok ? null : result.error.message)
  }
  return (
    <main className={styles.welcome} aria-label={welcomeText.title}>
      <WindowSketch />
      <Mark />
      <h1 className={styles.title}>{welcomeText.heading}</h1>
      <p className={styles.words}>{welcomeText.about(namesOfThose(() => true))}</p>
      <div className={styles.buttons}>
        <Button
          ref={first}
          kind="primary"
          icon={<Plus />}
          tooltip={welcomeText.addAccountTooltip}
          onClick={() => openDialog({ kind: 'account', accountId: null })}
        >
          {welcomeText.addAccount}
        </Button>
        <Button busy={opening} tooltip={welcomeText.openDemoTooltip} onClick={() => void openDemo()}>
          {welcomeText.openDemo}
        </Button>
        <Button
          icon={<SquareTerminal />}
          tooltip={welcomeText.addHostTooltip}
          onClick={() => openTerminalDialog({ kind: 'host', hostId: null })}
        >
          {welcomeText.addHost}
        </Button>
      </div>
      {error ? (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      ) : (
        <p className={styles.note}>
          {keychain === 'available' ? `${welcomeText.keysStay} ` : ''}
          {welcomeText.demoNeedsNoKey}
        </p>
      )}
    </main>
  )
}
