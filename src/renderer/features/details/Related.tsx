import { useMemo } from 'react'
import { detailValue, type Relation, relationLabels, relationsOf } from '../../../shared/list/related'
import { providerCatalog } from '../../../shared/providers/catalog'
import type { PersonQuestion } from '../../../shared/providers/facts'
import type { RosterRow, SessionDetails } from '../../../shared/session'
import { sessionDetailsText } from '../../../shared/text/session-details'
import { showRelated } from '../../stores/section'
import { openLookup } from '../lookup/lookup'
import styles from './details.module.css'
import { useRelatedCounts } from './use-related-counts'

/** What the service itself can be asked about somebody, whom the list need not hold. */
const questionsOf = (row: RosterRow, details: SessionDetails | null): readonly PersonQuestion[] =>
  providerCatalog[row.provider].questionsAbout({
    key: row.userKey ?? detailValue(details, 'key'),
    discordId: detailValue(details, 'discordId', 'discordData.id'),
    scriptId: row.scriptId,
  })

/** Everything that belongs together with the session that is open, over all accounts. */
export function Related({ row, details }: { row: RosterRow; details: SessionDetails | null }) {
  // A row is another object with every beat; what it shares is not.
  const names = JSON.stringify(relationsOf(row, details))
  const relations = useMemo((): Relation[] => JSON.parse(names), [names])
  const counts = useRelatedCounts(relations)
  const questions = questionsOf(row, details)
  if (relations.length === 0 && questions.length === 0) return null
  return (
    <section aria-label={sessionDetailsText.related}>
      <h3 className={styles.heading}>{sessionDetailsText.related}</h3>
      <dl>
        {relations.map((relation, index) => (
          <div key={relation.id} className={styles.row}>
            <dt>{relationLabels[relation.id]}</dt>
            <dd>
              <div className={styles.value}>
                <Others relation={relation} count={counts?.[index] ?? null} />
              </div>
            </dd>
          </div>
        ))}
      </dl>
      {questions.length > 0 ? (
        <p className={styles.lookups}>
          {questions.map(({ by, question }) => (
            <button
              key={by}
              type="button"
              className={styles.link}
              title={sessionDetailsText.lookUpTooltip}
              onClick={() => openLookup(row.accountId, question)}
            >
              {sessionDetailsText.lookUp(by)}
            </button>
          ))}
        </p>
      ) : null}
    </section>
  )
}

function Others({ relation, count }: { relation: Relation; count: number | null }) {
  if (count === null) return <span className={styles.empty}>…</span>
  if (count === 0) return <span className={styles.empty}>{sessionDetailsText.nobodyElse}</span>
  return (
    <button
      type="button"
      className={styles.link}
      title={sessionDetailsText.showOthers(relationLabels[relation.id])}
      onClick={() => showRelated(relation)}
    >
      {sessionDetailsText.othersLive(count)}
    </button>
  )
}
