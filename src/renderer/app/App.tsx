import { useMemo } from 'react'
import { frameText } from '../../shared/text/frame'
import { classNames } from '../components/class-names'
import { TooltipProvider } from '../components/Tooltip'
import { WindowContext } from '../components/window-context'
import { OutcomeToasts } from '../features/actions/OutcomeToasts'
import { DetailsPanel } from '../features/details/DetailsPanel'
import { UpdateBanner } from '../features/updates/UpdateBanner'
import { DemoBanner } from '../features/welcome/DemoBanner'
import { NotificationsQuestion } from '../features/welcome/NotificationsQuestion'
import { ProblemBanner } from '../features/welcome/ProblemBanner'
import { Welcome } from '../features/welcome/Welcome'
import { type PanelId, panelBounds } from '../stores/kept-view'
import { useMini } from '../stores/mini'
import { usePresenter } from '../stores/presentation'
import { catchFocus } from '../stores/section'
import { useSelection } from '../stores/selection'
import { useView } from '../stores/view'
import { useSettings } from '../stores/workspace'
import { LazyClosingDialog } from './closing/LazyClosingDialog'
import { Divider } from './Divider'
import { Entrance, type EntranceProps } from './Entrance'
import { ErrorBoundary } from './ErrorBoundary'
import styles from './frame.module.css'
import { LazyBatchBars } from './LazyBatchBars'
import { LazyDialogs } from './LazyDialogs'
import { LazyTerminalDialogs, LazyTerminalPanel } from './LazyTerminals'
import { MainHeading } from './MainHeading'
import { MiddleSection } from './MiddleSection'
import { LazyMiniView } from './mini/LazyMiniView'
import { Navigation } from './navigation/Navigation'
import { PresentationBanner } from './PresentationBanner'
import { regionMark } from './regions'
import { SkipLink } from './SkipLink'
import { Toasts } from './Toasts'
import { useAppearance } from './use-appearance'
import { useIsEmpty } from './use-is-empty'
import { useLastPress } from './use-last-press'
import { useWindowKeys } from './use-window-keys'

/** The whole window: navigation, list and details side by side, and what lies over them. */
export function App() {
  useAppearance()
  useWindowKeys()
  const lastPress = useLastPress()
  const isEmpty = useIsEmpty()
  const behind = useMini((state) => state.behind)
  return (
    <WindowContext value={useSurroundings()}>
      <TooltipProvider>
        <LazyMiniView />
        <div
          className={classNames(styles.frame, behind && styles.behind)}
          style={behind ?? undefined}
          inert={behind !== null}
        >
          {isEmpty ? null : <SkipLink />}
          <ProblemBanner />
          <DemoBanner />
          <PresentationBanner />
          <UpdateBanner />
          {isEmpty ? (
            <>
              <Welcome />
              <Entrance start={welcomeStart} lastPress={lastPress} />
              <Toasts />
            </>
          ) : (
            <Panels lastPress={lastPress} />
          )}
        </div>
        <ErrorBoundary title={frameText.dialogStopped}>
          <LazyDialogs />
          <LazyTerminalDialogs />
        </ErrorBoundary>
        <LazyClosingDialog />
        <OutcomeToasts />
      </TooltipProvider>
    </WindowContext>
  )
}

/** What the components are told of the window. */
function useSurroundings() {
  const presenter = usePresenter()
  const { density } = useSettings()
  return useMemo(() => ({ presenter, density, onFocusLost: catchFocus }), [presenter, density])
}

/** Where somebody at the keyboard begins while there is nothing else. */
const welcomeStart = ['button'] as const

/** As wide as it was dragged where there is room, and never too narrow to use. */
const sideStyle = (panel: PanelId, widths: Readonly<Record<PanelId, number>>) => ({
  width: widths[panel],
  minWidth: panelBounds[panel].min,
})

function Panels({ lastPress }: Pick<EntranceProps, 'lastPress'>) {
  const widths = useView((view) => view.panelWidths)
  const folded = useView((view) => view.navigationCollapsed)
  const open = useSelection((state) => state.open)
  return (
    <div className={styles.panels}>
      <nav {...regionMark('navigation')} className={styles.wing} aria-label={frameText.navigation}>
        <div
          className={classNames(styles.side, folded && styles.folded)}
          style={folded ? undefined : sideStyle('navigation', widths)}
        >
          <ErrorBoundary title={frameText.navigationStopped}>
            <Navigation />
          </ErrorBoundary>
        </div>
        {folded ? null : <Divider panel="navigation" label={frameText.navigationWidth} />}
      </nav>
      <main className={styles.middle}>
        <MainHeading />
        <div {...regionMark('main')} className={styles.stage}>
          <MiddleSection lastPress={lastPress} />
        </div>
        <Toasts />
        <LazyBatchBars />
        <NotificationsQuestion />
        <ErrorBoundary title={frameText.terminalsStopped}>
          <div {...regionMark('terminals')} className={styles.wing}>
            <LazyTerminalPanel />
          </div>
        </ErrorBoundary>
      </main>
      {open === null ? null : (
        <aside {...regionMark('details')} className={styles.wing} aria-label={frameText.details}>
          <Divider panel="details" label={frameText.detailsWidth} />
          <div className={classNames(styles.side, styles.details)} style={sideStyle('details', widths)}>
            <ErrorBoundary title={frameText.detailsStopped}>
              <DetailsPanel />
            </ErrorBoundary>
          </div>
        </aside>
      )}
    </div>
  )
}
