import { Fragment, type ReactNode, useEffect, useState } from 'react'
import { catalogue, languageOf } from '../../shared/text/catalogue'
import { speak } from '../../shared/text/speak'
import { useWorkspaceStore } from '../stores/workspace'

/** Draws all of its children anew in another language, as soon as the workspace has one. */
export function Spoken({ children }: { children: ReactNode }) {
  const wanted = useWorkspaceStore(({ workspace }) => workspace?.locale)
  const [spoken, setSpoken] = useState(catalogue.locale)
  useEffect(() => {
    if (wanted) void speak(wanted).then(() => setSpoken(catalogue.locale))
  }, [wanted])
  useEffect(() => {
    document.documentElement.lang = languageOf(spoken) ?? 'en'
  }, [spoken])
  return <Fragment key={spoken}>{children}</Fragment>
}
