import { rowFactsText } from '../../../shared/text/row-facts'
import type { Section } from './row-facts'

/** What the services and our own list call the field that holds a script's id. */
const idFields: ReadonlySet<string> = new Set(['script_id', 'scriptId'])

/** Sections with a script's name before its id, which stays: ids are what people compare. `null`: it has none. */
export function withScriptName(sections: readonly Section[], name: string | null): readonly Section[] {
  if (name === null) return sections
  return sections.map((section) => ({
    ...section,
    fields: section.fields.flatMap((field) =>
      idFields.has(field.id)
        ? [
            { ...field, id: 'scriptName', kind: 'text' as const, value: name },
            { ...field, label: rowFactsText.scriptIdBesideName },
          ]
        : [field],
    ),
  }))
}
