import type { Story } from '#shared/story/story'
import { Icon } from '../../ui/Icon'
import { useWithKeys } from '../../ui/key-names'
import styles from './StateGlyph.module.css'

type StateGlyphProps = {
  readonly story: Story
  readonly isHeld: boolean
  readonly onToggle: () => void
}

/**
 * A disc is on the site, a ring is not, a ring with two bars is held, a triangle cannot be edited. All but the
 * triangle are the switch.
 */
export function StateGlyph({ story, isHeld, onToggle }: StateGlyphProps) {
  const withKeys = useWithKeys()
  if (story.problem !== null) {
    return (
      <span className={styles.glyph} data-state="problem">
        <Icon name="problem" />
      </span>
    )
  }
  const name = story.onSite ? 'Take off the site' : 'Put on the site'
  return (
    <button
      type="button"
      className={styles.glyph}
      data-state={story.onSite ? 'published' : 'unpublished'}
      tabIndex={-1}
      aria-label={name}
      title={withKeys(name, [story.onSite ? 'U' : 'P'])}
      onClick={(event) => {
        event.stopPropagation()
        onToggle()
      }}
    >
      <Icon name={isHeld ? 'held' : story.onSite ? 'published' : 'unpublished'} />
    </button>
  )
}
