import { useEffect, useState } from 'react'
import { useDesk, useDeskState } from '../../state/desk-context'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import styles from './NoticeCard.module.css'

/** How long a notice stays, in milliseconds. Under the pointer or the focus it stays on. */
const STAY = 8000

/** What happened by itself or could not be done, said once. */
export function NoticeCard() {
  const desk = useDesk()
  const notice = useDeskState(
    (each) => each.voice.store,
    (voice) => voice.notice
  )
  const [isHeld, setHeld] = useState(false)
  const id = notice?.id

  useEffect(() => {
    if (id === undefined || isHeld) return
    const timer = setTimeout(desk.voice.dismiss, STAY)
    return () => clearTimeout(timer)
  }, [desk, id, isHeld])

  if (notice === null) return null
  return (
    <section
      key={notice.id}
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
            setHeld(false)
            desk.voice.dismiss()
          }}
        >
          {notice.action.words === 'Undo' && <Icon name="undo" size={14} />}
          {notice.action.words}
        </Button>
      )}
      <button
        type="button"
        className={styles.close}
        aria-label="Dismiss notice"
        onClick={() => {
          setHeld(false)
          desk.voice.dismiss()
        }}
      >
        <Icon name="close" />
      </button>
    </section>
  )
}
