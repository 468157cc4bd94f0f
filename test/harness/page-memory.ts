import type { CDPSession, Page } from 'playwright-core'

/** Everything that a page's process holds and can still reach, as a heap snapshot: every string is in it. */
export async function heapOf(page: Page): Promise<string> {
  const debug = await page.context().newCDPSession(page)
  const chunks: string[] = []
  debug.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk))
  await collect(debug)
  await debug.send('HeapProfiler.takeHeapSnapshot')
  await debug.detach()
  return chunks.join('')
}

/** The memory of a page after a garbage collection. */
export async function livingParts(page: Page): Promise<{ nodes: number; listeners: number }> {
  const debug = await page.context().newCDPSession(page)
  await debug.send('Performance.enable')
  await collect(debug)
  const { metrics } = await debug.send('Performance.getMetrics')
  await debug.detach()
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
  return { nodes: value('Nodes'), listeners: value('JSEventListeners') }
}

/** The second collection takes what the finalisers of the first one released. */
async function collect(debug: CDPSession): Promise<void> {
  await debug.send('HeapProfiler.collectGarbage')
  await debug.send('HeapProfiler.collectGarbage')
}
