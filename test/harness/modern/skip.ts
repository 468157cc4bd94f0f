import { beforeEach } from 'vitest'
import { whySkipped } from './lists.mjs'

beforeEach(({ task, skip }) => {
  const why = whySkipped(task.file.filepath, task.name)
  if (why !== undefined) skip(why)
})
