import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import bareInput from '../../ui/BareInput.module.css'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import styles from './AddLink.module.css'

type AddLinkTitleProps = {
  readonly address: string
  readonly onAdd: (title: string) => void
  readonly onCancel: () => void
}

/** Asks for the title of a page of which nothing but its address is known. */
export function AddLinkTitle({ address, onAdd, onCancel }: AddLinkTitleProps) {
  const input = useRef<HTMLInputElement>(null)
  const [title, setTitle] = useState('')
  useEffect(() => input.current?.focus(), [])

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (title.trim() !== '') onAdd(title.trim())
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onCancel()
  }

  return (
    <form className={styles.asked} aria-label="New link" onSubmit={onSubmit} onKeyDown={onKeyDown}>
      <p className={styles.address} title={address}>
        <Icon name="link" size={14} />
        <span>{address}</span>
      </p>
      <div className={styles.box}>
        <input
          ref={input}
          className={bareInput.input}
          aria-label="Title of the new link"
          data-typing={title !== '' || undefined}
          autoComplete="off"
          spellCheck
          dir="auto"
          placeholder="Its title"
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
      </div>
      <Button type="submit" look="primary" isDisabled={title.trim() === ''}>
        Add link
      </Button>
      <Button look="quiet" onPress={onCancel}>
        Cancel
      </Button>
    </form>
  )
}
