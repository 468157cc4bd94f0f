// A LuaProt that answers with prepared bytes, so that what is measured is never the service. Runs in a process of its own,
// forked by feed.ts and steered over IPC.
import { createServer } from 'node:http'
import process from 'node:process'

/**
 * @typedef {{ type: 'show', sessions: number, changed: number }} Show `changed` sessions differ between two answers
 * @typedef {{ type: 'arrive', name: string }} Arrive one more session from the next answer on
 * @typedef {{ type: 'listening', port: number } | { type: 'shown', bytes: number }
 *   | { type: 'answered', at: number, sessions: number, names: string[] }} Report `at`: epoch ms just before the answer was
 *   written; `names`: who was new in it
 */

/** After so many answers the first one comes again. */
const variantCount = 6

/** @type {Buffer[]} what stands between the brackets of `sessions` */
let variants = [Buffer.alloc(0)]
let sessions = 0
let answers = 0
/** @type {string[]} */
let arrivals = []
/** @type {string[]} names that no answer has held yet */
let news = []

/**
 * @param {number} index
 * @param {'base' | 'moved' | 'replaced'} form `moved` is in another job, `replaced` is somebody else
 */
function item(index, form) {
  const number = form === 'replaced' ? index + 5_000_000 : index
  const job = (form === 'moved' ? index + 7 : index) % 4096
  return JSON.stringify({
    id: `979637193${String(90_038_484_793 + number * 37)}`,
    robloxUsername: `Player_${(number * 7919).toString(36)}`,
    robloxJobId: `5580cdf5-19cf-40ce-9fd9-${job.toString(16).padStart(12, '0')}`,
    robloxUniverseId: '9432747410',
    created: 1_768_140_224 + number,
  })
}

/**
 * Variant k differs from everybody's usual form in the k-th block, so two that follow each other differ in two blocks.
 *
 * @param {number} variant
 * @param {Show} show
 */
function listOf(variant, { sessions, changed }) {
  const block = changed / 2
  const from = variant * block
  const items = Array.from({ length: sessions }, (_, index) => {
    const isInBlock = index >= from && index < from + block
    return item(index, isInBlock ? (index % 2 === 0 ? 'replaced' : 'moved') : 'base')
  })
  return Buffer.from(items.join())
}

/** @param {string} name */
function arrivalOf(name) {
  const id = `88${String(Date.now())}${String(arrivals.length).padStart(5, '0')}`
  return JSON.stringify({
    id,
    robloxUsername: name,
    robloxJobId: 'b0000000-19cf-40ce-9fd9-fb6d3ca0098a',
    robloxUniverseId: '9432747410',
    created: Math.floor(Date.now() / 1000),
  })
}

/** The parts of the next answer's body. */
function nextBody() {
  const list = variants[answers++ % variants.length] ?? Buffer.alloc(0)
  const separator = arrivals.length > 0 && list.length > 0 ? ',' : ''
  const head = '{"success":true,"message":"Successfully fetched sessions.","sessions":['
  return [Buffer.from(head + arrivals.join() + separator), list, Buffer.from(']}')]
}

/** @param {Report} report */
const tell = (report) => process.send?.(report)

const server = createServer((_request, response) => {
  const parts = nextBody()
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  const report = { type: /** @type {const} */ ('answered'), at: Date.now(), sessions, names: news }
  news = []
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': length })
  for (const part of parts) response.write(part)
  response.end(() => tell(report))
})

process.on('message', (/** @type {Show | Arrive} */ order) => {
  if (order.type === 'arrive') {
    arrivals.push(arrivalOf(order.name))
    news.push(order.name)
    return
  }
  arrivals = []
  sessions = order.sessions
  variants = Array.from({ length: variantCount }, (_, variant) => listOf(variant, order))
  tell({ type: 'shown', bytes: variants[0]?.length ?? 0 })
})
process.once('disconnect', () => process.exit(0))

server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address !== null && typeof address === 'object') tell({ type: 'listening', port: address.port })
})
