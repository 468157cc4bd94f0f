import { beforeEach, describe, expect, it } from 'vitest'
import { dismissToast, showToast, type Toast, useToasts } from '../../../../src/renderer/stores/toasts'

const toast = (id: string, text = id): Toast => ({ id, role: 'status', text, action: null })
const shown = () => useToasts.getState().toasts.map(({ text }) => text)

beforeEach(() => useToasts.setState({ toasts: [] }))

describe('showToast', () => {
  it('replaces a toast of the same id in its place', () => {
    showToast(toast('a', 'accepted'))
    showToast(toast('b'))
    showToast(toast('a', 'gone'))
    expect(shown()).toEqual(['gone', 'b'])
  })

  it('lets the oldest make room', () => {
    for (const id of ['1', '2', '3', '4', '5']) showToast(toast(id))
    expect(shown()).toEqual(['2', '3', '4', '5'])
  })

  it('goes when it is dismissed', () => {
    showToast(toast('a'))
    dismissToast('a')
    expect(shown()).toEqual([])
  })
})
