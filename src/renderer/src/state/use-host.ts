import { useEffect } from 'react'
import type { Desk } from './desk'
import { takeDrops } from './dropped-files'
import { openFolder } from './library-actions'
import { sayNewerVersion } from './say-newer-version'
import { sayTroubles } from './say-troubles'

/** Does what the person asks of the window itself, and keeps the menus of a window that has some. */
export function useHost(desk: Desk): void {
  useEffect(() => takeDrops(desk), [desk])
  useEffect(() => void sayNewerVersion(desk), [desk])
  useEffect(() => {
    const { host } = desk.transport
    if (host.kind === 'browser') return void sayTroubles(desk)
    const ends: (() => void)[] = []
    let isOver = false
    void import('./window-menu').then(({ followMenu, runFromMenu }) => {
      if (isOver) return
      ends.push(
        followMenu(desk),
        host.subscribe((event) => {
          if (event.kind === 'command') runFromMenu(desk, event.name)
          else if (event.kind === 'folder') void openFolder(desk, event.folder)
          else void sayTroubles(desk)
        })
      )
      void sayTroubles(desk) // only now, so that none comes in between
    })
    return () => {
      isOver = true
      for (const end of ends) end()
    }
  }, [desk])
}
