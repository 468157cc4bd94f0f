import { describe, expect, it } from 'vitest'
import { OwnSessions } from '../../../../../src/main/watch/sessions/own-sessions'
import type { RosterRow } from '../../../../../src/shared/session'

const account = { id: 'a' }
const row = (id: string) => ({ key: `a:${id}` }) as RosterRow

function setUp() {
  const announced: string[] = []
  const own = new OwnSessions<{ id: string }>((to, rows, silent) => {
    announced.push(...rows.map(({ key }) => `${to.id} ${key}${silent ? ' silently' : ''}`))
  })
  return { own, announced }
}

/** A creation that a test answers. */
function creation(own: OwnSessions<{ id: string }>) {
  let answer = (_: string | null) => {}
  const done = own.creating(
    'a',
    () => new Promise<string | null>((resolve) => (answer = resolve)),
    (key) => key,
  )
  return {
    answer(key: string | null) {
      answer(key)
      return done
    },
  }
}

describe('sessions of ours', () => {
  it('are not announced, others are', async () => {
    const { own, announced } = setUp()
    await creation(own).answer('a:1')
    own.arrived(account, [row('1'), row('2')], false)
    own.arrived(account, [row('3')], true)
    expect(announced).toEqual(['a a:2', 'a a:3 silently'])
  })

  it('are not announced even if they are listed before their creation was answered', async () => {
    const { own, announced } = setUp()
    const created = creation(own)
    own.arrived(account, [row('1'), row('2'), row('3')], false)
    own.arrived({ id: 'b' }, [row('4')], false)
    expect(announced).toEqual(['b a:4'])
    own.left([row('3')])
    await created.answer('a:1')
    expect(announced).toEqual(['b a:4', 'a a:2'])
  })

  it('wait for every creation at their account', async () => {
    const { own, announced } = setUp()
    const [first, second] = [creation(own), creation(own)]
    own.arrived(account, [row('1'), row('2'), row('3')], false)
    await first.answer('a:1')
    expect(announced).toEqual([])
    await second.answer('a:2')
    expect(announced).toEqual(['a a:3'])
  })

  it('are strangers again once they left, and so is all when nothing was created', async () => {
    const { own, announced } = setUp()
    await creation(own).answer('a:1')
    own.left([row('1')])
    const failing = creation(own)
    own.arrived(account, [row('1')], false)
    await failing.answer(null)
    expect(announced).toEqual(['a a:1'])
  })
})
