import { useTerminals } from '../terminals'
import { HostKeyQuestion } from './HostKeyQuestion'
import { SecretsQuestion } from './SecretsQuestion'

/** What the terminal of a pane asks; `null` while it asks nothing. */
export function PaneQuestion({ paneId, terminalId }: { paneId: string; terminalId: string | null }) {
  const prompt = useTerminals(({ prompts }) => prompts.find((each) => each.terminalId === terminalId))
  if (prompt?.kind === 'host-key') return <HostKeyQuestion key={prompt.id} paneId={paneId} prompt={prompt} />
  if (prompt?.kind === 'secrets') return <SecretsQuestion key={prompt.id} paneId={paneId} prompt={prompt} />
  return null
}
