import { useDesk, useDeskState } from '../../state/desk-context'
import { PaneEdge } from '../../ui/PaneEdge'
import { useMedia } from '../../ui/use-media'

/** CSS pixels; the style sheet's `--list-w` for each density and on a wide window. */
const OWN_WIDTH = { comfortable: 568, compact: 556, wide: 624 } as const
const MIN = 360
const MAX = 760

/** The edge between list and story. On a window too narrow for a choice it is not there. */
export function ListEdge() {
  const desk = useDesk()
  const { listWidth, density } = useDeskState(
    (each) => each.settings,
    (settings) => settings
  )
  const isWide = useMedia('(width >= 1800px)')
  const isNarrow = useMedia('(width < 1100px)')
  if (isNarrow) return null
  return (
    <PaneEdge
      label="Width of the list"
      width={listWidth ?? OWN_WIDTH[isWide ? 'wide' : density]}
      min={MIN}
      max={MAX}
      onResize={(width) => desk.settings.setState({ listWidth: width })}
    />
  )
}
