import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { KeyOpener, openInWorker } from '../../../../../src/main/terminal/ssh/key-opening'
import type { Opening } from '../../../../../src/main/terminal/ssh/private-key'

describe('a thread for a key', () => {
  it('that cannot be started leaves the key out', async () => {
    expect(await openInWorker('/nowhere/key.cjs')('text', 'passphrase')).toEqual({
      kind: 'unusable',
      trouble: { why: 'notOpened' },
    })
  })
})

describe('the opener of keys', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  /** Takes its time, and takes one passphrase. */
  const slowly = () =>
    vi.fn(
      (_: string, passphrase: string | undefined) =>
        new Promise<Opening>((resolve) =>
          setTimeout(
            () => resolve(passphrase === 'right' ? { kind: 'open', pem: 'pem' } : { kind: 'locked' }),
            500,
          ),
        ),
    )

  it('opens a key once for many tabs, at the same time and one after another', async () => {
    const open = slowly()
    const opener = new KeyOpener(open)
    const tabs = Promise.all(Array.from({ length: 10 }, () => opener.open('key', 'right')))
    await vi.advanceTimersByTimeAsync(500)
    expect(await tabs).toEqual(Array.from({ length: 10 }, () => ({ kind: 'open', pem: 'pem' })))
    await vi.advanceTimersByTimeAsync(59_000)
    await opener.open('key', 'right')
    expect(open).toHaveBeenCalledTimes(1)
  })

  it('keeps an opened key for no longer than a minute', async () => {
    const open = slowly()
    const opener = new KeyOpener(open)
    void opener.open('key', 'right')
    await vi.advanceTimersByTimeAsync(60_500)
    void opener.open('key', 'right')
    expect(open).toHaveBeenCalledTimes(2)
  })

  it('takes no answer for another key’s or another passphrase’s, and keeps none that was wrong', async () => {
    const open = slowly()
    const opener = new KeyOpener(open)
    const answers = Promise.all([
      opener.open('key', 'wrong'),
      opener.open('key', 'right'),
      opener.open('key', undefined),
      opener.open('other', 'right'),
    ])
    await vi.advanceTimersByTimeAsync(500)
    expect((await answers).map(({ kind }) => kind)).toEqual(['locked', 'open', 'locked', 'open'])
    void opener.open('key', 'wrong')
    expect(open).toHaveBeenCalledTimes(5)
  })

  it('tries again after it could not be tried', async () => {
    const open = vi.fn().mockRejectedValueOnce(new Error('no thread')).mockResolvedValue({ kind: 'locked' })
    const opener = new KeyOpener(open)
    await expect(opener.open('key', 'x')).rejects.toThrow('no thread')
    expect(await opener.open('key', 'x')).toEqual({ kind: 'locked' })
  })
})
