import { Code, LayoutList, Pencil, Radio, Server } from 'lucide-react'
import { scriptKey } from '../../../shared/script-facts'
import { scriptNameOf } from '../../../shared/script-names'
import { commandsText } from '../../../shared/text/commands'
import type { PaletteEntry } from '../../features/palette/entries'
import { scriptGroups } from '../../features/scripts/script-entries'
import { type ScriptPlace, showScript, useScriptSection } from '../../features/scripts/section-state'
import { openHost } from '../../features/terminal/connections'
import { groupHosts, useHosts } from '../../features/terminal/hosts/hosts'
import { showView } from '../../features/views/saved-views'
import { openDialog } from '../../stores/dialogs'
import { usePresenter } from '../../stores/presentation'
import { useSessionCounts } from '../../stores/roster'
import { useScripts } from '../../stores/scripts'
import { enterSection, showPlace } from '../../stores/section'
import { serviceText } from '../../stores/service-text'
import { useSettings, useWorkspace } from '../../stores/workspace'
import { sections as allSections } from '../sections'

type Places = Readonly<
  Record<'sections' | 'views' | 'accounts' | 'hosts' | 'scripts', readonly PaletteEntry[]>
>

/** Where the palette leads to. */
export function usePlaces(): Places {
  return {
    sections: sectionEntries(),
    views: useViewEntries(),
    accounts: useAccountEntries(),
    hosts: useHostEntries(),
    scripts: useScriptEntries(),
  }
}

const sectionEntries = (): readonly PaletteEntry[] =>
  allSections.map(({ id, label, icon, shortcut }) => ({
    id: `section:${id}`,
    group: commandsText.goTo,
    label,
    also: commandsText.goToAlso,
    icon,
    shortcut,
    run: () => enterSection(id),
  }))

function useViewEntries(): readonly PaletteEntry[] {
  const { savedViews } = useSettings()
  const presenter = usePresenter()
  return savedViews.map((view) => ({
    id: `view:${view.id}`,
    group: commandsText.views,
    label: presenter.text(view.name),
    also: commandsText.viewAlso,
    icon: LayoutList,
    run: () => {
      showView(view)
      enterSection('sessions')
    },
  }))
}

function useAccountEntries(): readonly PaletteEntry[] {
  const workspace = useWorkspace()
  const isOwn = workspace?.kind === 'own'
  return (workspace?.accounts ?? []).flatMap(({ id, label, provider }) => {
    const place: PaletteEntry = {
      id: `account:${id}`,
      group: commandsText.accounts,
      label,
      detail: serviceText(provider, undefined),
      also: commandsText.accountAlso,
      icon: Radio,
      run: () => {
        showPlace({ accountId: id, scopeKey: null })
        enterSection('sessions')
      },
    }
    const edit: PaletteEntry = {
      id: `edit:${id}`,
      group: commandsText.accounts,
      label: commandsText.editAccount(label),
      detail: serviceText(provider, undefined),
      also: commandsText.editAccountAlso,
      icon: Pencil,
      run: () => openDialog({ kind: 'account', accountId: id }),
    }
    return isOwn ? [place, edit] : [place]
  })
}

function useHostEntries(): readonly PaletteEntry[] {
  const hosts = useHosts((state) => state.hosts)
  const presenter = usePresenter()
  return groupHosts(hosts).flatMap((group) =>
    group.hosts.map((host) => ({
      id: `host:${host.id}`,
      group: commandsText.hosts,
      label: presenter.name('Host', host.label),
      detail: commandsText.newTerminal,
      // What is masked is still found by what it is called.
      also: `${host.label} ${host.user}@${host.host} ${host.group} ssh`,
      icon: Server,
      run: () => openHost(host),
    })),
  )
}

function useScriptEntries(): readonly PaletteEntry[] {
  const accounts = useWorkspace()?.accounts ?? []
  const known = useScriptSection((state) => state.counts)
  const { scripts: listed } = useSessionCounts()
  const names = useScripts((state) => state.names)
  const counts = new Map(Array.from(known, ([id, answer]) => [id, answer.counts ?? { counts: [] }]))
  return scriptGroups(accounts, { counts, listed }).flatMap(({ account, entries }) =>
    entries.map((script) => ({
      id: `script:${scriptKey(script)}`,
      group: commandsText.scripts,
      label: scriptNameOf(names, script) ?? script.scriptId,
      detail: account.label,
      also: `${script.scriptId} ${commandsText.scriptAlso}`,
      icon: Code,
      run: () => openScript(script),
    })),
  )
}

function openScript({ accountId, scriptId }: ScriptPlace): void {
  showScript({ accountId, scriptId })
  enterSection('scripts')
}
