import { useEffect, useState } from 'react'
import { useDesk, useDeskState } from '../../state/desk-context'
import type { Notice } from '../../state/notice-store'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { Keys } from '../../ui/Keys'
import styles from './NoticeCard.module.css'

/** How long a notice stays, in milliseconds. Under the pointer or the focus it stays on. */
const STAY = 8000

/** What happened by itself or could not be done, said once. */
export function NoticeCard() {
  const notice = useDeskState(
    (desk) => desk.voice.store,
    (voice) => voice.notice
  )
  // Each notice is a card of its own, so none inherits that the pointer rested on the one before.
  return notice === null ? null : <Card key={notice.id} notice={notice} />
}

function Card({ notice }: { readonly notice: Notice }) {
  const desk = useDesk()
  const [isHeld, setHeld] = useState(false)

  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(desk.voice.dismiss, STAY)
    return () => clearTimeout(timer)
  }, [desk, isHeld])

  return (
    <section
      className={styles.notice}
      aria-label="Notice"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={styles.icon} data-kind={notice.kind}>
        <Icon name={notice.kind === 'problem' ? 'problem' : 'check'} />
      </span>
      <div className={styles.words}>
        <p className={styles.fact}>{notice.fact}</p>
        <p className={styles.detail}>{notice.detail}</p>
      </div>
      {notice.action !== undefined && (
        <Button
          onPress={() => {
            notice.action?.run()
            desk.voice.dismiss()
          }}
        >
          {notice.action.words === 'Undo' && <Icon name="undo" size={14} />}
          {notice.action.words}
          {notice.action.keys !== undefined && <Keys keys={notice.action.keys} />}
        </Button>
      )}
      <button
        type="button"
        className={styles.close}
        aria-label="Dismiss notice"
        onClick={desk.voice.dismiss}
      >
        <Icon name="close" />
      </button>
    </section>
  )
}
