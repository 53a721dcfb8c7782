import { type ReactNode, useState } from 'react'
import { Icon } from './Icon'
import styles from './Picture.module.css'

type PictureProps = {
  /** `null`: there is no picture, or it must not be asked for. */
  readonly src: string | null
  /** Sets the size of the box, which never changes. */
  readonly className: string | undefined
  /** What stands in an empty box instead of the image icon. */
  readonly fallback?: ReactNode
}

/**
 * A picture in a box that is there before it. The picture is decoration beside its title, so it has no name;
 * what is missing or broken is an empty box with the image icon.
 */
export function Picture({ src, className, fallback }: PictureProps) {
  const [broken, setBroken] = useState<string | null>(null)
  const shows = src !== null && src !== broken
  return (
    <span className={`${styles.box} ${className ?? ''}`} data-empty={!shows || undefined}>
      {shows ? (
        <img
          className={styles.picture}
          src={src}
          alt=""
          loading="lazy"
          decoding="async"
          draggable={false}
          referrerPolicy="no-referrer"
          onError={() => setBroken(src)}
        />
      ) : (
        (fallback ?? <Icon name="image" size={14} />)
      )}
    </span>
  )
}
