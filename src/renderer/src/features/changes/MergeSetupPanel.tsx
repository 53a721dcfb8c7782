import { useCallback, useEffect, useState } from 'react'
import { explainGitError } from '#shared/library/git-error'
import type { MergeSetup } from '#shared/library/merge-setup'
import { useDesk } from '../../state/desk-context'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import styles from './MergeSetupPanel.module.css'

/** Offers to let git merge stories by field. Nothing is shown where it does, or where there is no repository. */
export function MergeSetupPanel() {
  const desk = useDesk()
  const [setup, setSetup] = useState<MergeSetup | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const look = useCallback(async () => {
    const found = await desk.transport.call('changes.mergeSetup', null).catch(() => null)
    setSetup(found?.ok ? found.value : null)
  }, [desk])
  useEffect(() => void look(), [look])

  async function setUp() {
    const done = await desk.transport.call('changes.setUpMerge', null).catch(() => null)
    if (done?.ok) desk.voice.announce('Git merges stories field by field from now on')
    setTrouble(
      done === null ? 'The connection broke.' : done.ok ? null : explainGitError(done.error)
    )
    await look()
  }

  if (setup === null || (setup.isConfigured && setup.isAttributed)) return null
  const [config, attributes] = setup.lines
  const left = [setup.isConfigured ? [] : config, setup.isAttributed ? [] : attributes].flat()
  return (
    <details className={styles.panel}>
      <summary className={styles.summary}>
        <Icon name="chevron" size={14} />
        Let git merge stories field by field
      </summary>
      <p className={styles.help}>
        Git merges lines, so you and a robot clash wherever you touch neighbouring ones. With{' '}
        {left.length === 1 ? 'this line' : 'these two lines'} it merges stories by field, and
        related coverage link by link. The first is needed once in every clone, .gitattributes is
        committed.
      </p>
      <pre className={styles.lines}>
        <code>{left.join('\n')}</code>
      </pre>
      {trouble !== null && <p className={styles.trouble}>{trouble}</p>}
      <Button onPress={() => void setUp()}>Set up merging</Button>
    </details>
  )
}
