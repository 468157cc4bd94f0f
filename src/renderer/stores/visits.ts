import { type SectionId, showSection, useSection } from './section'
import { closeDetails, openDetails, useSelection } from './selection'
import { useView, type View } from './view'
import { getAccounts } from './workspace'

/** Where somebody is: the section, what the list is narrowed to, and whose details are open. */
type Visit = Pick<View, 'query' | 'place' | 'related' | 'filters'> & {
  section: SectionId
  open: string | null
}

/** Visits that can be gone back to. */
const mostVisits = 100
/** The same thing changed again so soon is one step: a word that is typed, rows that the arrows pass, ms. */
const oneStepMs = 1_500

const here = (): Visit => {
  const { query, place, related, filters } = useView.getState()
  return {
    query,
    place,
    related,
    filters,
    section: useSection.getState().section,
    open: useSelection.getState().open,
  }
}

const fields = ['query', 'place', 'related', 'filters', 'section', 'open'] as const

const differing = (a: Visit, b: Visit): string =>
  fields
    .filter((field) => a[field] !== b[field] && JSON.stringify(a[field]) !== JSON.stringify(b[field]))
    .join()

/** Where the person was before, and where they came back from. */
class Visits {
  #past: Visit[] = []
  #future: Visit[] = []
  #present = here()
  #lastStep = { what: '', atMs: Number.NEGATIVE_INFINITY }
  #isNoting = false

  /** Begins with what is shown now; returns how to stop. */
  connect(): () => void {
    this.#past = []
    this.#future = []
    this.#present = here()
    const stops = [useView, useSection, useSelection].map((store) => store.subscribe(() => this.#noteSoon()))
    return () => {
      for (const stop of stops) stop()
    }
  }

  /** Goes one step back, or forward again; `false`: there is none. */
  go(step: -1 | 1): boolean {
    this.#note()
    const [from, to] = step < 0 ? [this.#past, this.#future] : [this.#future, this.#past]
    const visit = from.pop()
    if (!visit) return false
    to.push(this.#present)
    this.#present = visit
    this.#lastStep = { what: '', atMs: Number.NEGATIVE_INFINITY }
    show(visit)
    // An account may have gone since: then what is shown is another visit, and no step of its own.
    this.#present = here()
    return true
  }

  /** What changes in one task is one step. */
  #noteSoon(): void {
    if (this.#isNoting) return
    this.#isNoting = true
    queueMicrotask(() => this.#note())
  }

  #note(): void {
    this.#isNoting = false
    const next = here()
    const what = differing(this.#present, next)
    if (what === '') return
    const nowMs = performance.now()
    const isSameStep = what === this.#lastStep.what && nowMs - this.#lastStep.atMs < oneStepMs
    this.#lastStep = { what, atMs: nowMs }
    if (!isSameStep) {
      this.#past.push(this.#present)
      if (this.#past.length > mostVisits) this.#past.shift()
    }
    this.#future = []
    this.#present = next
  }
}

function show({ query, place, related, filters, section, open }: Visit): void {
  const isThere = place === null || getAccounts().some(({ id }) => id === place.accountId)
  useView.setState({ query, related, filters, place: isThere ? place : null })
  showSection(section)
  if (open === null) closeDetails()
  else openDetails(open)
}

/** The steps of the person at the window. */
export const visits = new Visits()
