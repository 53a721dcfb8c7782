import type { MouseEvent } from 'react'
import type { Review } from '#shared/library/review'
import type { Story } from '#shared/story/story'
import type { RuleFindings } from '#shared/story/story-findings'
import type { StoryId } from '#shared/story/story-id'

export type RowProps = {
  readonly domId: string
  readonly story: Story
  /** From 0. */
  readonly index: number
  /** Pixels from the top of the list. */
  readonly top: number
  readonly isCurrent: boolean
  readonly isSelected: boolean
  readonly review: Review | null
  /** A field of it was changed here and on disk, and waits for a choice. */
  readonly clashes: boolean
  /** Another program changed it since it was open. */
  readonly isChangedOutside: boolean
  /** Another story is the same report. */
  readonly isDuplicate: boolean
  /** What the checks find in it, worst first; `undefined`: nothing. */
  readonly findings: readonly RuleFindings[] | undefined
  readonly picture: string | null
  readonly now: Date
  readonly onClick: (id: StoryId, event: MouseEvent) => void
  readonly onSelect: (id: StoryId) => void
  readonly onToggle: (id: StoryId) => void
  readonly onNudge: (id: StoryId, by: number) => void
}
