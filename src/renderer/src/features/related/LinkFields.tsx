import type { ReactNode } from 'react'
import type { Link } from '#shared/story/story'
import type { StoryId } from '#shared/story/story-id'
import { useDesk } from '../../state/desk-context'
import { linkField } from '../../state/field-name'
import { fieldTrouble, giveUp } from '../../state/field-trouble'
import { useFieldEdit, useTextEdit } from '../../state/use-story-field'
import { FieldTrouble } from '../../ui/FieldTrouble'
import { Stepper } from '../../ui/Stepper'
import { TextBox } from '../../ui/TextBox'
import { TextInPlace } from '../../ui/TextInPlace'
import styles from './OpenLink.module.css'

type LinkTextProps = {
  readonly story: StoryId
  readonly link: Link
  readonly name: keyof typeof FIELDS
  readonly label: string
  /** What stands above the field. */
  readonly words?: string
  readonly isTitle?: boolean
  readonly children?: ReactNode
}

/** Where each text of a link stands in the file. */
const FIELDS = {
  title: 'title',
  excerpt: 'excerpt',
  provider: 'provider/name',
  publishedDateTime: 'publishedDateTime',
  webUrl: 'webUrl'
} as const

/** One text of a link, saved by itself. Dates and addresses are checked as a whole, so they wait for Enter. */
export function LinkText(props: LinkTextProps) {
  const { story, link, name, label, words, isTitle = false, children } = props
  const desk = useDesk()
  const field = linkField(link.key, FIELDS[name])
  const { edit, props: text } = useTextEdit(
    story,
    field,
    useFieldEdit(story, field, link[name] ?? undefined)
  )
  const trouble = fieldTrouble(desk, story, field, edit)
  return (
    <div className={styles.field} data-name={name}>
      {words !== undefined && (
        <span className={styles.label} aria-hidden="true">
          {words}
        </span>
      )}
      {name === 'excerpt' ? (
        <TextInPlace label={label} placeholder="No excerpt" look="box" {...text} />
      ) : (
        <TextBox
          label={label}
          look={isTitle ? 'title' : 'boxed'}
          savesOnPause={name === 'title' || name === 'provider'}
          isProse={isTitle}
          part={name}
          {...text}
        >
          {children}
        </TextBox>
      )}
      {trouble !== null && <FieldTrouble {...trouble} />}
    </div>
  )
}

/** A link's score. */
export function LinkNumber({ story, link }: { readonly story: StoryId; readonly link: Link }) {
  const desk = useDesk()
  const field = linkField(link.key, 'quality')
  const { value, edit } = useFieldEdit(story, field, link.quality ?? undefined)
  const trouble = fieldTrouble(desk, story, field, edit)
  const quality = typeof value === 'number' ? value : null

  function set(next: number, seen: number | null = quality) {
    desk.edits.want(story, field, seen ?? undefined, next)
    void desk.edits.commit(story, field, `quality ${link.key}`.slice(0, 100))
  }

  return (
    <div className={styles.number}>
      <Stepper
        label="Link quality"
        value={quality}
        min={0}
        hasButtons
        onCommit={(next, seen) => set(next, seen)}
        onNudge={(by) => set(Math.max(0, (quality ?? 0) + by))}
        onSay={desk.voice.announce}
        onGiveUp={giveUp(desk, story, field, edit)}
      />
      {trouble !== null && <FieldTrouble {...trouble} />}
    </div>
  )
}
