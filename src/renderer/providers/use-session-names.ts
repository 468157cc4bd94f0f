import { useEffect, useState } from 'react'
import type { Account } from '../../shared/account'
import type { Output } from '../../shared/contract'
import { request } from '../bridge'

type SessionNames = Output<'session.names'>

const nothing: SessionNames = { scripts: [], machines: [], users: [] }

/** What the live sessions of an account name, to choose from; nothing until it is there. */
export function useSessionNames({ id }: Pick<Account, 'id'>): SessionNames {
  const [names, setNames] = useState(nothing)
  useEffect(() => {
    let isOpen = true
    void request('session.names', { accountId: id }).then((result) => {
      if (isOpen) setNames(result.ok ? result.value : nothing)
    })
    return () => {
      isOpen = false
    }
  }, [id])
  return names
}
