import { type KeyboardEvent, useState } from 'react'
import { useDesk, useDeskState } from '../../state/desk-context'
import { canTake, capNow, capsNow, giveKey, keyOfCap } from '../../state/single-keys'
import { Caps } from '../../ui/Keys'
import styles from './ShortcutsDialog.module.css'

type KeyCapsProps = { readonly words: string; readonly caps: readonly string[] }

/** The keys of a command. Its single key is a button: pressed, it takes the next key for the command. */
export function KeyCaps({ words, caps }: KeyCapsProps) {
  const desk = useDesk()
  const keys = useDeskState(
    (each) => each.settings,
    (settings) => settings.keys
  )
  const [isAsking, setAsking] = useState(false)
  // Also what is switched off is shown here, where it is switched on.
  const shown = capsNow(caps, { singleKeys: true, keys })
  const usual = keyOfCap(caps[0] ?? '')
  if (usual === null) return <Caps keys={shown} />

  function onKeyDown(event: KeyboardEvent) {
    if (!isAsking || ['Tab', 'Shift'].includes(event.key)) return
    event.preventDefault()
    event.stopPropagation()
    if (canTake(event)) {
      const taken = giveKey(keys, usual ?? '', event.key)
      desk.settings.setState({ keys: taken })
      desk.voice.announce(`${words}: ${capNow(caps[0] ?? '', taken)}`)
    }
    setAsking(false)
  }

  return (
    <button
      type="button"
      className={styles.cap}
      aria-label={isAsking ? `Press a key for ${words}` : `Change the key of ${words}, ${shown[0]}`}
      onClick={() => setAsking(true)}
      onBlur={() => setAsking(false)}
      onKeyDown={onKeyDown}
    >
      {isAsking ? <span className={styles.asking}>Press a key</span> : <Caps keys={shown} />}
    </button>
  )
}
