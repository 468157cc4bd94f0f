import { connectList } from './features/sessions/list'
import { connectStores } from './stores/connect'
import { keepView } from './stores/view'

connectList()
/** Resolves when the window's first questions are answered. */
export const { loaded } = connectStores()
keepView()
