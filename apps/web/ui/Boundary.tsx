import { Component, type ReactNode } from 'react'
import { t } from '../words/words.ts'
import { Page } from './Page.tsx'
import { Failed } from './Stated.tsx'

/**
 * Says so when a screen fails, where else the page would be blank: a fault of ours, or a part of the app that
 * cannot be loaded any more because the server was upgraded meanwhile. Loading the page anew mends the second.
 */
export class Boundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state = { error: null }

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (error === null) return this.props.children
    return (
      <Page title={t('ui.brand')}>
        <Failed error={error} onRetry={() => location.reload()} />
      </Page>
    )
  }
}
