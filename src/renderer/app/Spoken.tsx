import { Fragment, type ReactNode, useEffect, useState } from 'react'
import { catalogue } from '../../shared/text/catalogue'
import { speak } from '../../shared/text/speak'
import { useWorkspaceStore } from '../stores/workspace'

/** Draws all of its children anew in another language, as soon as the workspace has one. */
export function Spoken({ children }: { children: ReactNode }) {
  const wanted = useWorkspaceStore(({ workspace }) => workspace?.language)
  const [spoken, setSpoken] = useState(catalogue.language)
  useEffect(() => {
    if (wanted) void speak(wanted).then(() => setSpoken(wanted))
  }, [wanted])
  useEffect(() => {
    document.documentElement.lang = spoken
  }, [spoken])
  return <Fragment key={spoken}>{children}</Fragment>
}
