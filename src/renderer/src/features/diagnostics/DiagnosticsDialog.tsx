import { useEffect, useRef, useState } from 'react'
import { useDesk } from '../../state/desk-context'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import styles from './DiagnosticsDialog.module.css'

/** What Storydesk knows about itself, to be copied by hand where the host cannot copy it. */
export function DiagnosticsDialog() {
  const desk = useDesk()
  const [text, setText] = useState<string | null>(null)
  const [isCopied, setCopied] = useState(false)
  const box = useRef<HTMLTextAreaElement>(null)
  const close = () => desk.window.setState({ dialog: 'none' })

  useEffect(() => {
    desk.transport.call('host.diagnostics', null).then(
      (answer) => setText(answer.text),
      () => setText('Storydesk does not answer.')
    )
  }, [desk])
  useEffect(() => {
    if (text === null) return
    box.current?.focus()
    box.current?.select()
  }, [text])

  function copy() {
    box.current?.focus()
    box.current?.select()
    // Pages have no permission for the clipboard; what is selected, a press of a button may copy all the same.
    setCopied(document.execCommand('copy'))
  }

  return (
    <Dialog title="Diagnostics" size="large" onClose={close}>
      <div className={styles.body}>
        <p className={styles.about}>For a report. It holds no titles, texts, names or paths.</p>
        <textarea
          ref={box}
          className={styles.text}
          aria-label="Diagnostics"
          readOnly
          rows={16}
          spellCheck={false}
          value={text ?? ''}
        />
        <div className={styles.foot}>
          <span role="status" className={styles.about}>
            {isCopied ? 'Copied.' : ''}
          </span>
          <Button look="primary" isDisabled={text === null} onPress={copy}>
            Copy
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
