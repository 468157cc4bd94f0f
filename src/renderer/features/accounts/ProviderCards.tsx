import type { ProviderId } from '../../../shared/account'
import { providerIds } from '../../../shared/ids'
import { providerCatalog } from '../../../shared/providers/catalog'
import { accountsText } from '../../../shared/text/accounts'
import { ServiceMark } from '../../providers/ServiceMark'
import styles from './accounts.module.css'
import { offersOf, watchesOf } from './offers'

/** The choice of a provider: four cards, one of them chosen. */
export function ProviderCards(props: { value: ProviderId; onChange(provider: ProviderId): void }) {
  return (
    <fieldset className={styles.cards}>
      <legend className="visually-hidden">{accountsText.service}</legend>
      {providerIds.map((provider) => (
        <label key={provider} className={styles.card}>
          <input
            type="radio"
            name="provider"
            className="visually-hidden"
            aria-label={providerCatalog[provider].name}
            aria-description={`${watchesOf(provider)}. ${offersOf(provider)}.`}
            checked={props.value === provider}
            onChange={() => props.onChange(provider)}
          />
          <span className={styles.cardName}>
            <ServiceMark provider={provider} />
            {providerCatalog[provider].name}
          </span>
          <span className={styles.cardLine}>{watchesOf(provider)}</span>
          <span className={styles.cardLine}>{offersOf(provider)}</span>
        </label>
      ))}
    </fieldset>
  )
}
