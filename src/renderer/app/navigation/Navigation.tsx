import { PanelLeftClose, PanelLeftOpen, PictureInPicture2, Settings, UserSearch } from 'lucide-react'
import { type Ref, useRef } from 'react'
import { flushSync } from 'react-dom'
import { catalogue } from '../../../shared/text/catalogue'
import { miniText } from '../../../shared/text/mini'
import { navigationText } from '../../../shared/text/navigation'
import { IconButton } from '../../components/IconButton'
import { HostsSection } from '../../features/terminal/hosts/HostsSection'
import { SavedViews } from '../../features/views/SavedViews'
import { compactCount } from '../../lib/format'
import { openDialog, openFinder } from '../../stores/dialogs'
import { setMini } from '../../stores/mini'
import { useRosterSummary, useSessionCounts } from '../../stores/roster'
import { showPlace } from '../../stores/section'
import { toggleNavigation, useView } from '../../stores/view'
import { useAccounts, useWorkspace } from '../../stores/workspace'
import { AccountItem } from './AccountItem'
import { FoldedAccounts } from './FoldedAccounts'
import folded from './folded.module.css'
import styles from './navigation.module.css'
import { FoldedSections, SectionsList } from './SectionsList'
import { WatchSwitches } from './WatchSwitches'

/** The left side: how many are live, whose services we ask and how each is doing. */
export function Navigation() {
  const collapsed = useView((view) => view.navigationCollapsed)
  const button = useRef<HTMLButtonElement>(null)
  const toggle = () => {
    // What was pressed goes with its half: its counterpart takes the focus over.
    flushSync(toggleNavigation)
    button.current?.focus()
  }
  return collapsed ? (
    <Folded button={button} onToggle={toggle} />
  ) : (
    <Unfolded button={button} onToggle={toggle} />
  )
}

type HalfProps = { button: Ref<HTMLButtonElement>; onToggle(): void }

function Unfolded({ button, onToggle }: HalfProps) {
  const accounts = useAccounts()
  const { accounts: counts } = useSessionCounts()
  const kind = useWorkspace()?.kind ?? 'own'
  return (
    <div className={styles.navigation}>
      <header className={styles.head}>
        <Total />
        <IconButton
          label={miniText.enter}
          tooltip={miniText.enterHelp}
          shortcut={null}
          icon={<PictureInPicture2 />}
          onClick={() => void setMini(true)}
        />
        <FindButton />
        <IconButton
          ref={button}
          label={navigationText.fold}
          shortcut="navigation"
          icon={<PanelLeftClose />}
          onClick={onToggle}
        />
      </header>
      <SectionsList />
      <SavedViews />
      <div className={styles.heading}>
        <h2 id="accounts-heading">{navigationText.accounts}</h2>
        {kind === 'own' ? null : (
          <span className={styles.kind}>
            {kind === 'demo' ? navigationText.demo : navigationText.fromFile}
          </span>
        )}
      </div>
      <ul className={styles.accounts} aria-labelledby="accounts-heading">
        {accounts.map((account) => (
          <AccountItem key={account.id} account={account} live={counts[account.id] ?? 0} />
        ))}
      </ul>
      <HostsSection />
      <footer className={styles.foot}>
        <WatchSwitches />
        <SettingsButton />
      </footer>
    </div>
  )
}

function Folded({ button, onToggle }: HalfProps) {
  const { total } = useRosterSummary()
  return (
    <div className={folded.folded}>
      <IconButton
        ref={button}
        label={navigationText.unfold}
        shortcut="navigation"
        icon={<PanelLeftOpen />}
        onClick={onToggle}
      />
      <FindButton />
      <output className={folded.total} title={navigationText.live(total)}>
        {compactCount(total)}
      </output>
      <span className={folded.sections}>
        <FoldedSections />
      </span>
      <FoldedAccounts />
      <span className={folded.foot}>
        <WatchSwitches />
        <SettingsButton />
      </span>
    </div>
  )
}

function Total() {
  const { total } = useRosterSummary()
  const everywhere = useView((view) => view.place === null)
  return (
    <button
      type="button"
      className={styles.total}
      aria-pressed={everywhere}
      title={navigationText.showAll}
      onClick={() => showPlace(null)}
    >
      <b>{catalogue.number(total)}</b> {navigationText.liveWord}
    </button>
  )
}

function FindButton() {
  return (
    <IconButton
      label={navigationText.findPerson}
      shortcut="find"
      icon={<UserSearch />}
      onClick={openFinder}
    />
  )
}

function SettingsButton() {
  return (
    <IconButton
      label={navigationText.settings}
      shortcut="settings"
      icon={<Settings />}
      onClick={() => openDialog({ kind: 'settings' })}
    />
  )
}
