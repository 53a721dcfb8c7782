import type { PaletteLine } from '../../state/palette-line'
import { Icon } from '../../ui/Icon'
import { Keys } from '../../ui/Keys'
import { matchedParts } from './matched-parts'
import styles from './Palette.module.css'

type PaletteOptionProps = {
  readonly id: string
  readonly line: PaletteLine
  readonly typed: string
  readonly isChosen: boolean
  readonly onRun: () => void
}

/** One line: what it does, its key, and, where it cannot run now, why. */
export function PaletteOption({ id, line, typed, isChosen, onRun }: PaletteOptionProps) {
  const { words, detail, caps, why, story } = line
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the box takes the keys for its options
    <div
      id={id}
      className={styles.line}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      aria-disabled={why !== null || undefined}
      ref={isChosen ? scrollIntoView : null}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onRun}
    >
      {story !== null && (
        <span className={styles.state} data-on={story.onSite || undefined}>
          <Icon name={story.onSite ? 'published' : 'unpublished'} size={14} />
        </span>
      )}
      <span className={styles.words} dir="auto">
        {matchedParts(words, typed).map(({ text, isMatch, start }) =>
          isMatch ? (
            <mark key={start} className={styles.match}>
              {text}
            </mark>
          ) : (
            text
          )
        )}
      </span>
      <span className={styles.detail}>{why ?? detail}</span>
      {caps.length > 0 && <Keys keys={caps} />}
    </div>
  )
}

const scrollIntoView = (element: HTMLElement | null): void =>
  element?.scrollIntoView({ block: 'nearest' })
