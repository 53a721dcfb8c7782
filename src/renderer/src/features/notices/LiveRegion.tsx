import { useDeskState } from '../../state/desk-context'

/** The one place from which screen readers hear what happened. */
export function LiveRegion() {
  const { id, text } = useDeskState(
    (desk) => desk.voice.store,
    (voice) => voice.announcement
  )
  return (
    <div className="visually-hidden" role="status">
      {/* The same words twice are news twice: a no-break space tells them apart. */}
      {text}
      {id % 2 === 1 && text !== '' ? '\u00a0' : ''}
    </div>
  )
}
