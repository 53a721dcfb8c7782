import type { QualitySettings } from '#shared/story/story-settings'
import { USUAL_QUALITY } from '#shared/story/usual-quality'
import type { Desk } from './desk'
import { useDeskState } from './desk-context'

/** The scores of the library that is open. */
export const qualityOf = (desk: Desk): QualitySettings =>
  desk.library.getState().state.quality ?? USUAL_QUALITY

export const useQuality = (): QualitySettings =>
  useDeskState(
    (desk) => desk.library,
    ({ state }) => state.quality ?? USUAL_QUALITY
  )
