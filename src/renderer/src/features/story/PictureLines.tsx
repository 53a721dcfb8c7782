import type { ReactNode } from 'react'
import type { StoryId } from '#shared/story/story-id'
import { useDesk } from '../../state/desk-context'
import type { FieldValue } from '../../state/field-edit'
import { fieldTrouble, giveUp } from '../../state/field-trouble'
import type { MorePicture } from '../../state/more-fields'
import { usePictures } from '../../state/use-picture'
import { useFieldEdit } from '../../state/use-story-field'
import { FieldTrouble } from '../../ui/FieldTrouble'
import { Picture } from '../../ui/Picture'
import { Stepper } from '../../ui/Stepper'
import { Switch } from '../../ui/Switch'
import styles from './MoreFields.module.css'
import { TextLine } from './MoreLines'

type PictureLinesProps = {
  readonly id: StoryId
  readonly picture: MorePicture
  /** Whether the picture itself stands below its label. */
  readonly hasThumb?: boolean
  /** What can be done with it. */
  readonly children?: ReactNode
}

/** A picture: its address, its title if it has one, its size in pixels, and whether the site keeps a copy. */
export function PictureLines({ id, picture, hasThumb = false, children }: PictureLinesProps) {
  const { base, label, url, width, height, isCached, title } = picture
  return (
    <>
      <TextLine
        id={id}
        field={{
          name: `${base}/url`,
          label,
          spoken: `${label} address`,
          kind: 'address',
          value: url ?? undefined
        }}
      />
      {typeof title === 'string' && (
        <TextLine
          id={id}
          field={{
            name: `${base}/title`,
            label: '',
            spoken: `${label} caption`,
            kind: 'text',
            value: title
          }}
        />
      )}
      <div className={styles.field}>
        <span>{hasThumb && <Thumb url={url} />}</span>
        <div className={styles.size}>
          <Pixels id={id} name={`${base}/width`} label={`${label} width`} saved={width} />
          <span aria-hidden="true">×</span>
          <Pixels id={id} name={`${base}/height`} label={`${label} height`} saved={height} />
          {(isCached !== undefined || hasThumb) && (
            <Cached id={id} name={`${base}/isCached`} label={`${label} cached`} saved={isCached} />
          )}
          {children}
        </div>
      </div>
    </>
  )
}

function Thumb({ url }: { readonly url: FieldValue }) {
  const pictures = usePictures()
  return <Picture src={pictures(typeof url === 'string' ? url : null)} className={styles.thumb} />
}

type PartProps = {
  readonly id: StoryId
  readonly name: string
  readonly label: string
  readonly saved: FieldValue
}

function usePart({ id, name, saved }: PartProps) {
  const desk = useDesk()
  const { value, edit } = useFieldEdit(id, name, saved)
  const set = (next: number | boolean, was: FieldValue = saved) => {
    desk.edits.want(id, name, was, next)
    void desk.edits.commit(id, name, null)
  }
  return {
    desk,
    edit,
    value,
    set,
    isPending: edit?.sending ?? false,
    trouble: fieldTrouble(desk, id, name, edit)
  }
}

function Pixels(props: PartProps) {
  const { desk, edit, value, set, trouble } = usePart(props)
  const pixels = typeof value === 'number' ? value : null
  return (
    <>
      <Stepper
        label={props.label}
        value={pixels}
        min={1}
        hasButtons={false}
        onCommit={(next, seen) => set(next, seen ?? props.saved)}
        onNudge={(by) => set(Math.max(1, (pixels ?? 0) + by))}
        onSay={desk.voice.announce}
        onGiveUp={giveUp(desk, props.id, props.name, edit)}
      />
      {trouble !== null && <FieldTrouble {...trouble} />}
    </>
  )
}

function Cached(props: PartProps) {
  const { value, set, isPending, trouble } = usePart(props)
  return (
    <>
      <Switch
        label={props.label}
        isOn={value == null ? false : typeof value === 'boolean' ? value : null}
        isPending={isPending}
        words={value === true ? 'Cached' : 'Not cached'}
        onToggle={(isOn) => set(isOn)}
      />
      {trouble !== null && <FieldTrouble {...trouble} />}
    </>
  )
}
