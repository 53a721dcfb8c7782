import { lazyScreen } from './state/lazy-screen'

export const BulkDialog = lazyScreen(() =>
  import('./features/bulk/BulkDialog').then((module) => module.BulkDialog)
)
export const ChangesDialog = lazyScreen(() =>
  import('./features/history/ChangesDialog').then((module) => module.ChangesDialog)
)
export const ClashPanel = lazyScreen(() =>
  import('./features/changes/ClashPanel').then((module) => module.ClashPanel)
)
export const GitChangesDialog = lazyScreen(() =>
  import('./features/changes/GitChangesDialog').then((module) => module.GitChangesDialog)
)
export const DiagnosticsDialog = lazyScreen(() =>
  import('./features/diagnostics/DiagnosticsDialog').then((module) => module.DiagnosticsDialog)
)
export const HistoryTab = lazyScreen(() =>
  import('./features/history/HistoryTab').then((module) => module.HistoryTab)
)
export const LinkMoveDialog = lazyScreen(() =>
  import('./features/related/LinkMoveDialog').then((module) => module.LinkMoveDialog)
)
export const MergeSetupPanel = lazyScreen(() =>
  import('./features/changes/MergeSetupPanel').then((module) => module.MergeSetupPanel)
)
export const OpenFolderDialog = lazyScreen(() =>
  import('./features/folders/OpenFolderDialog').then((module) => module.OpenFolderDialog)
)
export const SettingsDialog = lazyScreen(() =>
  import('./features/settings/SettingsDialog').then((module) => module.SettingsDialog)
)
export const ShortcutsDialog = lazyScreen(() =>
  import('./features/shortcuts/ShortcutsDialog').then((module) => module.ShortcutsDialog)
)
