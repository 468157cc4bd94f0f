import type { BackupGroup } from '../../shared/backup'
import { mostTemplates, type SavedTemplate, savedTemplatesSchema } from '../../shared/bulk'
import { type SavedView, savedViewSchema } from '../../shared/list/saved-view'
import { viewBounds } from '../../shared/list/view-bounds'
import { printableLine } from '../../shared/printable'
import type { Result } from '../../shared/result'
import { restorePlanText } from '../../shared/text/restore-plan'
import { checked } from './files'
import {
  type Content,
  compared,
  type Fields,
  isReadable,
  mistake,
  nameIn,
  type PlannedItem,
  refused,
} from './planned-item'

/** What a person keeps in a list under a name. */
type Named = { id: string; name: string }

/** One such list: what its items are, and how many there can be. */
type NamedList<T extends Named> = {
  group: BackupGroup
  /** What the IDs of its items begin with. */
  item: string
  /** Of an item without a name, by its place in the file. */
  called(place: number): string
  most: number
  full: string
  read(value: unknown): Result<T, { place: string; what: string }>
  detail(item: T): string
  fields(item: T): Fields
  content(item: T): Content
}

/** What an import would do with the items of such a list: one of the same ID or the same name is replaced. */
function planNamed<T extends Named>(
  list: NamedList<T>,
  given: readonly unknown[],
  present: readonly T[],
): PlannedItem[] {
  const met = new Set<string>()
  const room = list.most - present.length
  let added = 0
  return given.map((value, index) => {
    const id = `${list.item} ${index}`
    const refuse = (why: string) => refused(id, list.group, nameIn(value, list.called(index + 1)), why)
    const read = list.read(value)
    if (!read.ok) return refuse(mistake(read.error))
    const item = read.value
    if (!isReadable(item.name)) return refuse(restorePlanText.unreadableName)
    const free = present.filter((each) => !met.has(each.id))
    const before = free.find((each) => each.id === item.id) ?? free.find((each) => each.name === item.name)
    if (!before && met.has(item.id)) return refuse(restorePlanText.twice)
    if (!before && ++added > room) return refuse(list.full)
    const next = { ...item, id: before?.id ?? item.id }
    met.add(next.id)
    return compared(
      { id, group: list.group, name: item.name, detail: list.detail(item) },
      before && list.fields(before),
      list.fields(next),
      list.content(next),
    )
  })
}

/** Message templates. */
export const planTemplates = (given: readonly unknown[], present: readonly SavedTemplate[]): PlannedItem[] =>
  planNamed(
    {
      group: 'templates',
      item: 'template',
      called: restorePlanText.template,
      most: mostTemplates,
      full: restorePlanText.room(mostTemplates),
      read: (value) => checked(value, savedTemplatesSchema.unwrap().element),
      detail: ({ message }) => printableLine(message.kind === 'text' ? message.text : message.handler, 80),
      fields: ({ name, message }) => ({ name, message }),
      content: (template) => ({ kind: 'template', template }),
    },
    given,
    present,
  )

/** Saved views. `ids`: what the file's accounts are here; a view of an account that is not shows all of them. */
export const planViews = (
  given: readonly unknown[],
  present: readonly SavedView[],
  ids: ReadonlyMap<string, string>,
): PlannedItem[] =>
  planNamed(
    {
      group: 'views',
      item: 'view',
      called: restorePlanText.view,
      most: viewBounds.most,
      full: restorePlanText.viewRoom(viewBounds.most),
      read(value) {
        const view = checked(value, savedViewSchema)
        if (!view.ok || view.value.place === null) return view
        const accountId = ids.get(view.value.place.accountId)
        const place = accountId === undefined ? null : { ...view.value.place, accountId }
        return { ok: true, value: { ...view.value, place } }
      },
      detail: ({ columns }) => restorePlanText.columnCount(columns.length),
      fields: ({ name, columns, sort, filters, place }) => ({
        name,
        columns,
        order: sort,
        filters,
        scopes: place,
      }),
      content: (view) => ({ kind: 'view', view }),
    },
    given,
    present,
  )
