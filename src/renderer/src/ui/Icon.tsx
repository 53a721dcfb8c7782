import styles from './Icon.module.css'
import { ICON_PATHS, type StrokeIcon } from './icon-paths'

export type IconName = StrokeIcon | 'published' | 'unpublished' | 'held' | 'grip' | 'more'

type IconProps = {
  readonly name: IconName
  /** Turned clockwise, in degrees. */
  readonly turn?: 90 | 180 | 270
  readonly mirrored?: boolean
  readonly size?: 13 | 14 | 16
}

/** A picture of a word that stands beside it or names its button; screen readers never hear it. */
export function Icon({ name, turn, mirrored = false, size = 16 }: IconProps) {
  return (
    <svg
      className={styles.icon}
      viewBox="0 0 16 16"
      width={size}
      height={size}
      data-turn={turn}
      data-mirrored={mirrored || undefined}
      aria-hidden="true"
    >
      {shape(name)}
    </svg>
  )
}

function shape(name: IconName) {
  switch (name) {
    case 'published':
      return <circle className={styles.filled} cx="8" cy="8" r="4.5" />
    case 'unpublished':
      return <circle cx="8" cy="8" r="3.75" />
    case 'held':
      return <path d="M8 2.75a5.25 5.25 0 1 0 0 10.5 5.25 5.25 0 0 0 0-10.5zM6.5 6v4M9.5 6v4" />
    case 'grip':
      return GRIP.map(([x, y]) => (
        <circle key={`${x} ${y}`} className={styles.filled} cx={x} cy={y} r="1.15" />
      ))
    case 'more':
      return [3.5, 8, 12.5].map((x) => (
        <circle key={x} className={styles.filled} cx={x} cy="8" r="1.15" />
      ))
    default:
      return <path d={ICON_PATHS[name]} />
  }
}

const GRIP = [5.75, 10.25].flatMap((x) => [3.75, 8, 12.25].map((y) => [x, y] as const))
