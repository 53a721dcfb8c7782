import type { MenuSection } from '#shared/contract/menu-command'
import type { Story } from '#shared/story/story'
import type { Desk } from './desk'

/** One line of the command palette. */
export type PaletteLine = {
  /** Its own among all lines. */
  readonly id: string
  readonly words: string
  readonly detail: string | null
  readonly caps: readonly string[]
  /** Its caps are pressed one after the other. */
  readonly isSequence?: boolean
  /** Why it cannot run now; `null` if it can. */
  readonly why: string | null
  /** `null`: a command. */
  readonly story: Story | null
  /** The menu it is in where windows have some; usually that of its group. */
  readonly menu?: MenuSection | undefined
  readonly run: (desk: Desk) => void
}

/** A line that can run, of no story and without a key. */
export const plainLine = { detail: null, caps: [], why: null, story: null } as const
