import { useEffect, useState } from 'react'
import type { Repository } from '#shared/library/changed-story'
import type { Desk } from '../../state/desk'
import { useDesk } from '../../state/desk-context'
import { chordCap } from '../../state/key-press'
import { repositoryWords } from '../../state/repository-words'
import { Icon } from '../../ui/Icon'
import styles from './BranchState.module.css'

/** Where the library stands in git, and the way to what was changed. Nothing is shown where git knows of no library. */
export function BranchState() {
  const desk = useDesk()
  const repository = useRepository(desk)
  if (repository === null) return null
  const words = repositoryWords(repository)
  return (
    <button
      type="button"
      className={styles.branch}
      aria-label={`On ${words}: changes since the last commit`}
      title={`Changes since the last commit (${chordCap()} Shift D)`}
      onClick={() => desk.window.setState({ dialog: 'git-changes' })}
    >
      <Icon name="merge" size={13} />
      {words}
    </button>
  )
}

/** Commits of other programs change no story, so they are looked for now and then. */
const SECONDS = 60
/** What follows each other this soon is asked about once. */
const SOON_MS = 1500

/** Asks at first, when the window comes back, when what lies above the desk is closed, and now and then. */
function useRepository(desk: Desk): Repository | null {
  const [repository, setRepository] = useState<Repository | null>(null)
  useEffect(() => {
    let isOver = false
    let timer: ReturnType<typeof setTimeout> | undefined
    async function look(): Promise<void> {
      const found = await desk.transport.call('changes.repository', null).catch(() => null)
      if (!isOver && found !== null) setRepository(found.ok ? found.value : null)
    }
    function soon(): void {
      clearTimeout(timer)
      timer = setTimeout(() => void look(), SOON_MS)
    }
    void look()
    const now = setInterval(() => void look(), SECONDS * 1000)
    const ends = [
      desk.window.subscribe(({ dialog }, before) => {
        if (dialog !== before.dialog) soon()
      }),
      desk.library.subscribe(({ state }, before) => {
        if (state.folder !== before.state.folder) soon()
      })
    ]
    window.addEventListener('focus', soon)
    return () => {
      isOver = true
      clearTimeout(timer)
      clearInterval(now)
      window.removeEventListener('focus', soon)
      for (const end of ends) end()
    }
  }, [desk])
  return repository
}
