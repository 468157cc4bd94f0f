import { Pencil, Save, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { longestTemplateName, type MessageTemplate, type SavedTemplate } from '../../../shared/bulk'
import { bulkDialogsText } from '../../../shared/text/bulk-dialogs'
import { commonText } from '../../../shared/text/common'
import { request } from '../../bridge'
import { Button } from '../../components/Button'
import { IconButton } from '../../components/IconButton'
import { Select } from '../../components/Select'
import { TextField } from '../../components/TextField'
import { useSettings } from '../../stores/workspace'
import styles from './bulk.module.css'

type Naming = { id: string | null; name: string }

const save = async (messageTemplates: SavedTemplate[]): Promise<string | null> => {
  const result = await request('settings.save', { messageTemplates })
  return result.ok ? null : result.error.message
}

/** Messages that the person saved: pick one, save what is written, rename, delete. `message`: what is written now. */
export function Templates(props: {
  message: MessageTemplate | null
  onPick(message: MessageTemplate): void
}) {
  const { messageTemplates: saved } = useSettings()
  const [picked, setPicked] = useState('')
  const [naming, setNaming] = useState<Naming | null>(null)
  const [error, setError] = useState<string | null>(null)
  const current = saved.find(({ id }) => id === picked)

  const pick = (id: string) => {
    setPicked(id)
    const template = saved.find((each) => each.id === id)
    if (template) props.onPick(template.message)
  }
  const keep = async () => {
    if (!naming || naming.name.trim() === '') return
    const name = naming.name.trim()
    const id = naming.id ?? crypto.randomUUID()
    const next = saved.map((each) => (each.id === id ? { ...each, name } : each))
    if (naming.id === null && props.message) next.push({ id, name, message: props.message })
    const problem = await save(next)
    setError(problem)
    if (problem) return
    setPicked(id)
    setNaming(null)
  }
  const remove = async () => {
    setError(await save(saved.filter(({ id }) => id !== picked)))
    setPicked('')
  }

  if (naming)
    return (
      <div className={styles.templates}>
        <TextField
          label={bulkDialogsText.templateName}
          value={naming.name}
          maxLength={longestTemplateName}
          autoFocus
          error={error}
          onChange={(name) => setNaming({ ...naming, name })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            // Enter names the template; it does not start the action.
            event.preventDefault()
            void keep()
          }}
          action={
            <>
              <Button onClick={() => void keep()}>{commonText.save}</Button>
              <Button onClick={() => setNaming(null)}>{bulkDialogsText.back}</Button>
            </>
          }
        />
      </div>
    )
  const options = [
    { value: '', label: saved.length > 0 ? bulkDialogsText.chooseTemplate : bulkDialogsText.noTemplate },
    ...saved.map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <div className={styles.templates}>
      <Select
        label={bulkDialogsText.template}
        value={current ? picked : ''}
        options={options}
        onChange={pick}
      />
      <IconButton
        label={bulkDialogsText.saveTemplate}
        shortcut={null}
        icon={<Save />}
        disabledReason={props.message === null ? bulkDialogsText.writeFirst : null}
        onClick={() => setNaming({ id: null, name: '' })}
      />
      {current ? (
        <>
          <IconButton
            label={bulkDialogsText.renameTemplate}
            shortcut={null}
            icon={<Pencil />}
            onClick={() => setNaming({ id: current.id, name: current.name })}
          />
          <IconButton
            label={bulkDialogsText.deleteTemplate}
            shortcut={null}
            icon={<Trash2 />}
            onClick={() => void remove()}
          />
        </>
      ) : null}
      {error ? <p role="alert">{error}</p> : null}
    </div>
  )
}
