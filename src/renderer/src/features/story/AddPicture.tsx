import { type KeyboardEvent, useId, useState } from 'react'
import type { StoryId } from '#shared/story/story-id'
import { useDesk } from '../../state/desk-context'
import { fitField } from '../../state/field-fit'
import { sizeOfPicture } from '../../state/picture-size'
import { usePictures } from '../../state/use-picture'
import { Icon } from '../../ui/Icon'
import styles from './StoryPictures.module.css'

type AddPictureProps = {
  readonly id: StoryId
  /** How many the story has. */
  readonly count: number
}

/** Takes the address of one more picture. What the picture says of its size is written with it. */
export function AddPicture({ id, count }: AddPictureProps) {
  const desk = useDesk()
  const pictures = usePictures()
  const [text, setText] = useState('')
  const [reason, setReason] = useState<string | null>(null)
  const [isAdding, setAdding] = useState(false)
  const reasonId = useId()

  function type(next: string) {
    setText(next)
    setReason(null)
  }

  async function add() {
    if (text.trim() === '' || isAdding) return
    const fit = fitField('images/0/url', text)
    if (!fit.ok) {
      setReason(fit.error)
      desk.voice.announce(fit.error)
      return
    }
    const url = String(fit.value)
    setAdding(true)
    const size = await sizeOfPicture(pictures(url))
    const isAdded = await desk.listEdits.changePictures(id, {
      kind: 'add',
      picture: { url, ...size }
    })
    setAdding(false)
    if (!isAdded) return
    type('')
    desk.voice.announce(`Picture added as ${count + 1} of ${count + 1}`)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') void add()
    if (event.key === 'Escape' && text !== '') {
      event.stopPropagation()
      type('')
    }
  }

  return (
    <div className={styles.line}>
      <span className={styles.label} aria-hidden="true">
        {count === 0 && 'Picture'}
      </span>
      <div className={styles.add}>
        <span className={styles.box} data-invalid={reason !== null || undefined}>
          <Icon name="plus" size={14} />
          <input
            className={styles.input}
            type="text"
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            aria-label="Add picture"
            aria-invalid={reason !== null || undefined}
            aria-describedby={reason === null ? undefined : reasonId}
            aria-busy={isAdding || undefined}
            data-focus-place="add-picture"
            data-typing={text !== '' || undefined}
            placeholder="Add a picture by its address"
            value={text}
            readOnly={isAdding}
            onChange={(event) => type(event.target.value)}
            onKeyDown={onKeyDown}
          />
        </span>
        {reason !== null && (
          <span className={styles.reason} id={reasonId}>
            {reason}
          </span>
        )}
      </div>
    </div>
  )
}
