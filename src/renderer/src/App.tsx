import { type CSSProperties, useEffect, useState } from 'react'
import styles from './App.module.css'
import { BulkBar } from './features/bulk/BulkBar'
import { BulkProgress } from './features/bulk/BulkProgress'
import { Insights } from './features/insights/lazy-insights'
import { FilterChips } from './features/list/FilterChips'
import { ListPane } from './features/list/ListPane'
import { LiveRegion } from './features/notices/LiveRegion'
import { NoticeCard } from './features/notices/NoticeCard'
import { Palette } from './features/palette/Palette'
import { Findings, ProblemVerdict } from './features/problems/lazy-problems'
import { CompareStories, Duplicates } from './features/related/lazy-duplicates'
import { RelatedPane } from './features/related/RelatedPane'
import { Sidebar } from './features/sidebar/Sidebar'
import { ConnectionBanner } from './features/status/ConnectionBanner'
import { ReadingProgress } from './features/status/ReadingProgress'
import { StatusBar } from './features/status/StatusBar'
import { StoryPane } from './features/story/StoryPane'
import { Welcome } from './features/welcome/Welcome'
import {
  BulkDialog,
  ChangesDialog,
  ClashPanel,
  DiagnosticsDialog,
  GitChangesDialog,
  HistoryTab,
  LinkMoveDialog,
  MergeSetupPanel,
  OpenFolderDialog,
  SettingsDialog,
  ShortcutsDialog
} from './screens'
import { HoldContext, useDesk, useDeskState } from './state/desk-context'
import { createHold } from './state/hold-drawing'
import { lookAgainOnFocus } from './state/look-again-on-focus'
import { prepareSearch } from './state/prepare-search'
import { useDeskKeys } from './state/use-desk-keys'
import { useFirstFocus } from './state/use-first-focus'
import { useHost } from './state/use-host'
import { useMedia } from './ui/use-media'

/** The window: three panes, or the welcome while no folder is open. */
export function App() {
  const desk = useDesk()
  useDeskKeys(desk)
  useHost(desk)
  useEffect(
    () => lookAgainOnFocus(window, desk.transport, () => performance.now()),
    [desk.transport]
  )
  useEffect(() => prepareSearch(desk.library, (work) => requestIdleCallback(work)), [desk.library])
  useWindowLook()
  const isClosed = useDeskState(
    (each) => each.library,
    ({ state }) => state.phase === 'closed'
  )
  const dialog = useDeskState(
    (each) => each.window,
    (window) => window.dialog
  )
  const hold = useHoldUnder(dialog === 'insights')
  return (
    <div className={styles.window}>
      <ConnectionBanner />
      {isClosed ? (
        <Welcome />
      ) : (
        <HoldContext value={hold}>
          <Panes />
        </HoldContext>
      )}
      <StatusBar />
      {isClosed && <NoticeCard />}
      <LiveRegion />
      <BulkDialog />
      {dialog === 'open-folder' && <OpenFolderDialog />}
      {dialog === 'shortcuts' && <ShortcutsDialog />}
      {dialog === 'palette' && <Palette />}
      {dialog === 'diagnostics' && <DiagnosticsDialog />}
      {dialog === 'settings' && <SettingsDialog merge={<MergeSetupPanel />} />}
      {dialog === 'changes' && <ChangesDialog />}
      {dialog === 'compare-stories' && <CompareStories />}
      {dialog === 'insights' && <Insights filters={<FilterChips />} />}
      {dialog === 'git-changes' && <GitChangesDialog />}
      {(dialog === 'move-link' || dialog === 'take-link') && <LinkMoveDialog kind={dialog} />}
    </div>
  )
}

/** The panes follow when a screen that covers them is gone: what is chosen there is drawn sooner so. */
function useHoldUnder(isCovered: boolean) {
  const [hold] = useState(createHold)
  useEffect(() => {
    if (!isCovered) return
    hold.hold()
    return hold.release
  }, [hold, isCovered])
  return hold
}

function Panes() {
  useFirstFocus()
  const isNarrow = useMedia('(width < 1100px)')
  const sidebar = useDeskState(
    (desk) => desk.settings,
    (settings) => settings.sidebar
  )
  const showsStory = useDeskState(
    (desk) => desk.window,
    (window) => window.showsStory
  )
  const listWidth = useDeskState(
    (desk) => desk.settings,
    (settings) => settings.listWidth
  )
  const isRail = isNarrow || sidebar === 'rail'
  const widths =
    listWidth === null ? undefined : ({ '--list-w': `${listWidth}px` } as CSSProperties)
  return (
    <main className={styles.main} style={widths}>
      <h1 className="visually-hidden">Storydesk</h1>
      <div
        className={styles.panes}
        data-rail={isRail || undefined}
        data-story={showsStory || undefined}
      >
        <Sidebar isRail={isRail} />
        <ListPane floating={<BulkBar />} />
        <StoryPane
          findings={
            <>
              <Duplicates />
              <Findings />
            </>
          }
          related={<RelatedPane />}
          history={<HistoryTab />}
          verdict={<ProblemVerdict clash={(id) => <ClashPanel key={id} id={id} />} />}
          notices={
            <>
              <NoticeCard />
              <BulkProgress />
            </>
          }
        />
      </div>
      <ReadingProgress />
    </main>
  )
}

/** What the style sheets and the tests read off the root element. */
function useWindowLook() {
  const app = useDeskState(
    (desk) => desk.library,
    (library) => library.app
  )
  const { theme, density } = useDeskState(
    (desk) => desk.settings,
    (settings) => settings
  )
  useEffect(() => {
    const root = document.documentElement
    root.setAttribute('data-app-state', app)
    root.setAttribute('data-density', density)
    if (theme === 'system') root.removeAttribute('data-theme')
    else root.setAttribute('data-theme', theme)
  }, [app, theme, density])
}
