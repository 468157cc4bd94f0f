import { isDeepStrictEqual } from 'node:util'
import type { BackupPreview, Restored, WindowParts } from '../../shared/backup'
import { type AppError, err, ok, type Result } from '../../shared/result'
import { type Settings, settingsChangesSchema, settingsSchema } from '../../shared/settings'
import type { SshHost } from '../../shared/terminal'
import { backupFileText } from '../../shared/text/backup-file'
import { type Backup, backupText, readBackup } from './backup-file'
import { checked } from './files'
import type { PlannedItem } from './planned-item'
import { planRestore, settingsOf } from './restore-plan'
import type { WorkspaceKeeper } from './workspace'

/** What backups are made of, and where a restored one goes: the ways of the forms. */
type BackupsParts = {
  keeper: Pick<WorkspaceKeeper, 'stored' | 'isTaken' | 'hasKey' | 'settings' | 'restoreAccount'>
  /** The app's version. */
  version: string
  /** The person's own hosts. */
  hosts(): readonly SshHost[]
  saveHost(host: SshHost): Promise<Result<unknown>>
  saveSettings(changes: Partial<Settings>): Promise<Result<unknown>>
  /** Asks the person where and writes it there. */
  save(suggestedName: string, text: string): Promise<Result<{ savedAs: string | null }>>
  /** Asks the person for a file; `null` if they cancel. */
  choose(): Promise<string | null>
  newId(): string
  /** Epoch ms. */
  now(): number
}

/** Writes the person's accounts, hosts, templates, views and settings to a file, without secrets, and takes them from one. */
export class Backups {
  readonly #parts: BackupsParts
  #opened: { backup: Backup; items: BackupPreview['items'] } | null = null

  constructor(parts: BackupsParts) {
    this.#parts = parts
  }

  /** `window`: what the window remembers itself. */
  save(suggestedName: string, window: WindowParts): Promise<Result<{ savedAs: string | null }>> {
    const { keeper, version, hosts, now, save } = this.#parts
    const settings = keeper.settings()
    const text = backupText({
      exportedAt: now(),
      app: version,
      accounts: keeper.stored() ?? [],
      hosts: hosts(),
      templates: settings.messageTemplates,
      views: settings.savedViews,
      scriptNames: settings.scriptLabels,
      settings: settingsOf(settings),
      window,
    })
    return save(suggestedName, text)
  }

  /** Reads the file that the person chooses and says what an import would do. */
  async open(): Promise<Result<BackupPreview | null>> {
    this.#opened = null
    const file = await this.#parts.choose()
    if (file === null) return ok(null)
    const read = await readBackup(file)
    if (!read.ok) return read
    const backup = read.value
    const items = this.#plan(backup).map(({ item }) => item)
    this.#opened = { backup, items }
    return ok({ exportedAt: backup.exportedAt, items, window: backup.window })
  }

  /** Takes what was chosen of the previewed items, and nothing that would now do something else. */
  async restore(chosen: readonly string[]): Promise<Result<Restored>> {
    if (!this.#opened) return err(notOpen())
    const { backup, items } = this.#opened
    const planned = this.#plan(backup)
    this.#opened = null
    if (
      !isDeepStrictEqual(
        planned.map(({ item }) => item),
        items,
      )
    )
      return err(changed())
    const wanted = planned.filter(({ item }) => chosen.includes(item.id) && item.effect !== 'same')
    const restored: Restored = { done: 0, failed: [], withoutKey: [] }
    const { keeper, saveHost } = this.#parts
    for (const { item, content } of wanted) {
      if (content?.kind === 'host') count(restored, [item.name], await saveHost(content.host))
      if (content?.kind !== 'account') continue
      const { id, label, headerNames } = content.account
      const result = await keeper.restoreAccount(content.account)
      count(restored, [item.name], result)
      if (result.ok && !keeper.hasKey(id)) restored.withoutKey.push({ id, label, headerNames })
    }
    for (const { names, changes } of this.#settingsChanges(wanted))
      count(restored, names, await this.#saveSettings(changes))
    return ok(restored)
  }

  /** The changes of the settings, apart where one of them can be refused. */
  #settingsChanges(wanted: readonly PlannedItem[]): { names: string[]; changes: Partial<Settings> }[] {
    const { messageTemplates, savedViews, scriptLabels } = this.#parts.keeper.settings()
    const templates = wanted.flatMap(({ content }) =>
      content?.kind === 'template' ? [content.template] : [],
    )
    const views = wanted.flatMap(({ content }) => (content?.kind === 'view' ? [content.view] : []))
    const names = wanted.flatMap(({ content }) => (content?.kind === 'scriptNames' ? [content.names] : []))
    const ofKind = (kind: string) =>
      wanted.filter(({ content }) => content?.kind === kind).map(({ item }) => item.name)
    return [
      ...(templates.length > 0
        ? [{ names: ofKind('template'), changes: { messageTemplates: joined(messageTemplates, templates) } }]
        : []),
      ...(views.length > 0
        ? [{ names: ofKind('view'), changes: { savedViews: joined(savedViews, views) } }]
        : []),
      ...(names.length > 0
        ? [
            {
              names: ofKind('scriptNames'),
              changes: { scriptLabels: Object.assign({ ...scriptLabels }, ...names) },
            },
          ]
        : []),
      ...wanted.flatMap(({ item, content }) =>
        content?.kind === 'setting' ? [{ names: [item.name], changes: content.changes }] : [],
      ),
    ]
  }

  /** By the rules of the window's own request. */
  async #saveSettings(changes: Partial<Settings>): Promise<Result<unknown>> {
    const read = checked(changes, settingsChangesSchema)
    if (read.ok) return this.#parts.saveSettings(read.value)
    return err({
      kind: 'invalid',
      path: read.error.place,
      message: backupFileText.settingMistake(read.error.what),
    })
  }

  #plan(backup: Backup): PlannedItem[] {
    const { keeper, hosts, newId } = this.#parts
    return planRestore(backup, {
      accounts: keeper.stored(),
      hosts: hosts(),
      settings: keeper.settings(),
      defaults: settingsSchema.parse({}),
      isTaken: (id) => keeper.isTaken(id),
      newId,
    })
  }
}

/** A list with those of an import: in the place of the same one here, else at its end. */
const joined = <T extends { id: string }>(here: readonly T[], imported: readonly T[]): T[] => [
  ...here.map((each) => imported.find(({ id }) => id === each.id) ?? each),
  ...imported.filter(({ id }) => !here.some((each) => each.id === id)),
]

function count(restored: Restored, names: readonly string[], result: Result<unknown>): void {
  if (result.ok) restored.done += names.length
  else restored.failed.push(...names.map((name) => ({ name, message: result.error.message })))
}

const notOpen = (): AppError => ({ kind: 'not-found', message: backupFileText.notOpen })

const changed = (): AppError => ({
  kind: 'invalid',
  path: 'chosen',
  message: backupFileText.changed,
})
