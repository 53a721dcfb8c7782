import { createStore, type StoreApi } from 'zustand/vanilla'
import { GROUPINGS } from '#shared/library/grouping'
import { parseSort } from '#shared/library/query-sort'
import { readKeys, type SingleKeys } from './single-keys'
import { type ListOrder, USUAL_ORDER } from './view-store'

/** How this window looks, remembered on this computer. */
export type Settings = {
  readonly theme: 'system' | 'light' | 'dark'
  readonly density: 'comfortable' | 'compact'
  /** Whether pictures may be asked for from the web, which tells their hosts what is being read. */
  readonly remotePictures: boolean
  /** Whether a decision about a story opens the next one. */
  readonly autoAdvance: boolean
  readonly sidebar: 'open' | 'rail'
  /** CSS pixels; `null`: as wide as the design has it. */
  readonly listWidth: number | null
} & ListOrder &
  SingleKeys

export type SettingsStore = StoreApi<Settings>

const DEFAULTS: Settings = {
  theme: 'system',
  density: 'comfortable',
  remotePictures: false,
  autoAdvance: true,
  sidebar: 'open',
  listWidth: null,
  singleKeys: true,
  keys: {},
  ...USUAL_ORDER
}

const KEY = 'storydesk.settings'

/** Settings that outlive the window. What cannot be read or kept falls back to the defaults. */
export function createSettingsStore(storage: Storage): SettingsStore {
  const store = createStore<Settings>(() => ({ ...DEFAULTS, ...readSettings(storage) }))
  store.subscribe((settings) => {
    try {
      storage.setItem(KEY, JSON.stringify(settings))
    } catch {
      // A full or forbidden storage costs the memory of a setting, not the setting.
    }
  })
  return store
}

function readSettings(storage: Storage): Partial<Settings> {
  try {
    const kept: unknown = JSON.parse(storage.getItem(KEY) ?? '{}')
    return typeof kept === 'object' && kept !== null ? checked({ ...kept }) : {}
  } catch {
    return {}
  }
}

/** An older or newer Storydesk may have kept other values: only known ones count. */
function checked(kept: { readonly [key: string]: unknown }): Partial<Settings> {
  const settings: { -readonly [key in keyof Settings]?: Settings[key] } = {}
  const {
    theme,
    density,
    remotePictures,
    autoAdvance,
    sidebar,
    listWidth,
    sort,
    group,
    singleKeys
  } = kept
  if (theme === 'light' || theme === 'dark') settings.theme = theme
  if (density === 'compact') settings.density = density
  if (remotePictures === true) settings.remotePictures = true
  if (autoAdvance === false) settings.autoAdvance = autoAdvance
  if (singleKeys === false) settings.singleKeys = singleKeys
  settings.keys = readKeys(kept.keys)
  if (sidebar === 'rail') settings.sidebar = sidebar
  if (typeof listWidth === 'number' && Number.isFinite(listWidth)) settings.listWidth = listWidth
  const order = typeof sort === 'string' ? parseSort(sort) : null
  if (order !== null) settings.sort = order
  const grouping = GROUPINGS.find((each) => each === group)
  if (grouping !== undefined) settings.group = grouping
  return settings
}
