import { scopeKey } from '../../../shared/ids'
import type { Place } from '../../../shared/list/criteria'
import type { SavedView } from '../../../shared/list/saved-view'
import { isPersonalScope } from '../../../shared/providers/catalog'
import { commonText } from '../../../shared/text/common'
import { savedViewsText } from '../../../shared/text/saved-views'
import { request } from '../../bridge'
import { getPresenter } from '../../stores/presentation'
import { enterSection, showSection } from '../../stores/section'
import { showToast } from '../../stores/toasts'
import { useView, type View } from '../../stores/view'
import { getAccounts, useWorkspaceStore } from '../../stores/workspace'

/** What a view holds besides its name. */
type Content = Omit<SavedView, 'id' | 'name'>

const savedViews = (): readonly SavedView[] =>
  useWorkspaceStore.getState().workspace?.settings.savedViews ?? []

const accountOf = (place: Place) => getAccounts().find(({ id }) => id === place.accountId)
const scopeOf = (place: Place) =>
  accountOf(place)?.scopes.find((scope) => scopeKey(place.accountId, scope) === place.scopeKey)

/** Whether a place names a customer by their key or id, which is kept in no file that can be read. */
export function isPersonalPlace(place: Place | null): boolean {
  const account = place && accountOf(place)
  const scope = place && scopeOf(place)
  return Boolean(account && scope && isPersonalScope(account.provider, scope))
}

/** How the list is looked at now, as it is saved. */
function contentOf({ filters, sort, shownColumns, place }: View): Content {
  return {
    filters,
    sort,
    columns: shownColumns,
    place: place && isPersonalPlace(place) ? { ...place, scopeKey: null } : place,
  }
}

const isSame = (a: Content, b: Content): boolean =>
  a.sort.column === b.sort.column &&
  a.sort.direction === b.sort.direction &&
  a.columns.join() === b.columns.join() &&
  a.place?.accountId === b.place?.accountId &&
  a.place?.scopeKey === b.place?.scopeKey &&
  JSON.stringify(Object.entries(a.filters).sort()) === JSON.stringify(Object.entries(b.filters).sort())

/** Whether the list shows just this. */
export const isShown = (saved: SavedView, view: View): boolean =>
  view.query.trim() === '' && view.related === null && isSame(saved, contentOf(view))

/** Shows the list as it was saved. A place that is no longer there is left out, and that is said. */
export function showView({ name, filters, sort, columns, place }: SavedView): void {
  const isThere =
    place === null || (place.scopeKey === null ? accountOf(place) : scopeOf(place)) !== undefined
  useView.setState({
    query: '',
    related: null,
    filters,
    sort,
    shownColumns: columns,
    place: isThere ? place : null,
  })
  showSection('sessions')
  if (!isThere)
    showToast({
      id: 'view',
      role: 'status',
      text: savedViewsText.narrowedToNothing(getPresenter().text(name)),
      action: null,
    })
}

/** Shows the saved view at a place, from 0, to somebody at the keyboard; `false`: there is none. */
export function showViewAt(index: number): boolean {
  const view = savedViews()[index]
  if (!view) return false
  showView(view)
  enterSection('sessions')
  return true
}

/** Saves what is shown now under a name; why not, where it could not be. */
export const addView = (name: string): Promise<string | null> =>
  save([...savedViews(), { id: crypto.randomUUID(), name, ...contentOf(useView.getState()) }])

/** Gives a view another name; why not, where it could not be. */
export const renameView = (id: string, name: string): Promise<string | null> =>
  save(savedViews().map((view) => (view.id === id ? { ...view, name } : view)))

/** Has a view hold what is shown now. */
export const updateView = (id: string): Promise<void> =>
  orSay(
    save(savedViews().map((view) => (view.id === id ? { ...view, ...contentOf(useView.getState()) } : view))),
  )

/** Deletes a view; a toast brings it back. */
export async function deleteView({ id, name }: SavedView): Promise<void> {
  const before = savedViews()
  await orSay(save(before.filter((view) => view.id !== id)))
  showToast({
    id: 'view',
    role: 'status',
    text: savedViewsText.deleted(getPresenter().text(name)),
    action: { label: commonText.undo, run: () => void orSay(save(before)) },
  })
}

async function save(views: readonly SavedView[]): Promise<string | null> {
  const result = await request('settings.save', { savedViews: [...views] })
  return result.ok ? null : result.error.message
}

async function orSay(saving: Promise<string | null>): Promise<void> {
  const problem = await saving
  if (problem !== null) showToast({ id: 'view', role: 'alert', text: problem, action: null })
}
