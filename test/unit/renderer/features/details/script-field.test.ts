import { expect, it } from 'vitest'
import { rowFacts } from '../../../../../src/renderer/features/details/row-facts'
import { withScriptName } from '../../../../../src/renderer/features/details/script-field'
import { rosterRow } from '../../../../harness/roster-rows'

const sections = [rowFacts(rosterRow('9', { scriptId: '48213', jobId: 'j' }))]
const shown = (name: string | null) =>
  withScriptName(sections, name).flatMap(({ fields }) =>
    fields.map(({ label, value }) => `${label}: ${value}`),
  )

it('names the script before its id', () => {
  const lines = shown('Autofarm')
  const at = lines.indexOf('Script: Autofarm')
  expect(lines.slice(at, at + 2)).toEqual(['Script: Autofarm', 'Script ID: 48213'])
  expect(lines).toHaveLength(shown(null).length + 1)
})

it('leaves a script without a name as it is', () => {
  expect(withScriptName(sections, null)).toBe(sections)
})
