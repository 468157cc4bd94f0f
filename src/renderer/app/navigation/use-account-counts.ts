import { createRosterCounts } from '../../stores/roster-counts'

/** How many sessions each account has; a session in two scopes counts once. */
export const useAccountCounts = createRosterCounts((row) => row.accountId)
