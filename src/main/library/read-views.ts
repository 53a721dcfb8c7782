import { isSameName, SavedView } from '#shared/library/saved-view'
import { firstReason } from './first-reason'

/** What a list of saved views says; `index` counts all that stands in the list. */
export type ViewsReading = {
  readonly views: readonly { readonly view: SavedView; readonly index: number }[]
  /** What cannot hold, and why, as a sentence. */
  readonly refused: readonly { readonly index: number; readonly reason: string }[]
}

/** Takes each view that can hold, and says of each other one why it cannot. */
export function readViews(said: readonly unknown[]): ViewsReading {
  const views: { readonly view: SavedView; readonly index: number }[] = []
  const refused: { readonly index: number; readonly reason: string }[] = []
  said.forEach((each, index) => {
    const read = SavedView.safeParse(each)
    const isTaken = views.some(({ view }) => read.success && isSameName(view.name, read.data.name))
    if (!read.success) refused.push({ index, reason: firstReason(read.error.issues) })
    else if (isTaken) refused.push({ index, reason: `“${read.data.name}” stands there twice.` })
    else views.push({ view: read.data, index })
  })
  return { views, refused }
}
