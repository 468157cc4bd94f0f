import { RotateCcw } from 'lucide-react'
import { Component, type ReactNode } from 'react'
import { Button } from '../components/Button'
import { EmptyState } from '../components/EmptyState'

type Props = { what: string; children: ReactNode }

/** Keeps a fault inside one part of the window: it says which part stopped and draws it anew when asked. */
export class ErrorBoundary extends Component<Props, { message: string | null }> {
  override state: { message: string | null } = { message: null }

  static getDerivedStateFromError(cause: unknown): { message: string } {
    return { message: cause instanceof Error ? cause.message : 'Unknown error' }
  }

  override render(): ReactNode {
    const { message } = this.state
    if (message === null) return this.props.children
    return (
      <EmptyState
        title={`${this.props.what} stopped`}
        actions={
          <Button icon={<RotateCcw />} onClick={() => this.setState({ message: null })}>
            Try again
          </Button>
        }
      >
        This is a fault of Sessiondeck, not of a service; watching goes on. It said: {message}
      </EmptyState>
    )
  }
}
