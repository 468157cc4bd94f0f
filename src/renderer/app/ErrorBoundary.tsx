import { RotateCcw } from 'lucide-react'
import { Component, type ReactNode } from 'react'
import { componentsText } from '../../shared/text/components'
import { frameText } from '../../shared/text/frame'
import { Button } from '../components/Button'
import { EmptyState } from '../components/EmptyState'

/** `title`: which part stopped, said once it has. */
type Props = { title: string; children: ReactNode }

/** Keeps a fault inside one part of the window: it says which part stopped and draws it anew when asked. */
export class ErrorBoundary extends Component<Props, { message: string | null }> {
  override state: { message: string | null } = { message: null }

  static getDerivedStateFromError(cause: unknown): { message: string } {
    return { message: cause instanceof Error ? cause.message : frameText.unknownError }
  }

  override render(): ReactNode {
    const { message } = this.state
    if (message === null) return this.props.children
    return (
      <EmptyState
        title={this.props.title}
        actions={
          <Button icon={<RotateCcw />} onClick={() => this.setState({ message: null })}>
            {componentsText.tryAgain}
          </Button>
        }
      >
        {frameText.ownFault(message)}
      </EmptyState>
    )
  }
}
