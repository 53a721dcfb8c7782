import { useDeskState } from './desk-context'

/** How far a score reaches on the library's scale, in percent. */
export function useQualityShare(quality: number | null): number {
  const end = useDeskState(
    (desk) => desk.overview,
    (overview) => overview.quality.scale.end
  )
  return Math.min(100, Math.max(0, ((quality ?? 0) / end) * 100))
}
