import type { ReactElement } from 'react'
import type { Account } from '../../../shared/account'
import type { ScopeHealth } from '../../../shared/health'
import { printable } from '../../../shared/printable'
import { type ScriptNames, scriptNameOf } from '../../../shared/script-names'
import { healthSignsText } from '../../../shared/text/health-signs'
import { CurlIconButton } from '../../actions/curl/CurlButton'
import { HoverCard } from '../../components/HoverCard'
import type { TriggerProps } from '../../components/popup-props'
import { evidenceLine, scopeTitle } from '../../stores/health-words'
import { usePresenter } from '../../stores/presentation'
import { useScripts } from '../../stores/scripts'
import styles from './HealthCard.module.css'
import { HealthDot } from './HealthSign'

type HealthCardProps = { account: Account; scopes: readonly ScopeHealth[] }

/** On hover or focus: how each scope is doing, with one line of proof. */
export function HealthCard({
  children,
  ...props
}: HealthCardProps & { children: ReactElement<TriggerProps> }) {
  return (
    <HoverCard className={styles.card} placeClassName={styles.place} card={<Proofs {...props} />}>
      {children}
    </HoverCard>
  )
}

function Proofs({ account, scopes }: HealthCardProps) {
  const names = useScripts((state) => state.names)
  const presenter = usePresenter()
  if (scopes.length === 0)
    return (
      <section className={styles.proof}>
        <h2>
          <bdi>{account.label}</bdi>
        </h2>
        <p>{account.enabled ? healthSignsText.notPolledYet : healthSignsText.isOff}</p>
      </section>
    )
  return scopes.map((health) => (
    <section key={health.key} className={styles.proof}>
      <h2>
        <HealthDot state={health.state} /> {scopeTitle(health, [account], names, presenter.secret)}
      </h2>
      <p>{presenter.text(health.summary)}</p>
      <Gaps health={health} names={names} />
      {health.notes.map((note) => (
        <p key={note}>{presenter.text(note)}</p>
      ))}
      <div className={styles.evidence}>
        <code>{presenter.text(evidenceLine(health))}</code>
        <CurlIconButton
          label={healthSignsText.copyHeartbeat}
          subject={() => ({ kind: 'heartbeat', scopeKey: health.key })}
        />
      </div>
    </section>
  ))
}

/** What its latest answers lack, with the proof of each. The summary says the first one already. */
function Gaps({ health, names }: { health: ScopeHealth; names: ScriptNames }) {
  const presenter = usePresenter()
  if (health.gaps.length === 0) return null
  const isOnly = health.gaps.length === 1
  if (isOnly && !health.gaps[0]?.evidence) return null
  return (
    <ul className={styles.gaps} aria-label={healthSignsText.unread}>
      {health.gaps.map(({ scriptId, words, evidence }) => {
        const name = scriptNameOf(names, { accountId: health.accountId, scriptId })
        const where = name ?? (scriptId === null ? null : healthSignsText.script(printable(scriptId)))
        return (
          <li key={`${scriptId} ${words}`}>
            {where === null ? null : <bdi>{where}: </bdi>}
            {isOnly ? null : presenter.text(words)}
            {evidence ? <code>{presenter.text(`${evidence.asked} · ${evidence.answer}`)}</code> : null}
          </li>
        )
      })}
    </ul>
  )
}
