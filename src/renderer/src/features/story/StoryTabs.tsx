import type { KeyboardEvent } from 'react'
import { useDesk, useDeskState } from '../../state/desk-context'
import type { StoryTab } from '../../state/window-store'
import { Icon } from '../../ui/Icon'
import { MenuButton } from '../../ui/MenuButton'
import { MenuChoice, MenuGroup } from '../../ui/MenuChoice'
import styles from './StoryTabs.module.css'
import { STORY_PANEL, STORY_TABS, tabId } from './story-tabs'

/** The ways to look at the open story. Where there is no room for all of them they are one menu. */
export function StoryTabs() {
  const desk = useDesk()
  const chosen = useDeskState(
    (each) => each.window,
    ({ tab }) => tab
  )
  const choose = (tab: StoryTab) => desk.window.setState({ tab })

  function onKeyDown(event: KeyboardEvent) {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    const index = STORY_TABS.findIndex(({ tab }) => tab === chosen)
    const next = STORY_TABS[(index + by + STORY_TABS.length) % STORY_TABS.length]
    if (next === undefined) return
    choose(next.tab)
    document.getElementById(tabId(next.tab))?.focus()
  }

  return (
    <div className={styles.place}>
      <div className={styles.tabs} role="tablist" aria-label="Story tabs">
        {STORY_TABS.map(({ tab, words }) => (
          <button
            key={tab}
            id={tabId(tab)}
            type="button"
            role="tab"
            className={styles.tab}
            aria-selected={tab === chosen}
            aria-controls={STORY_PANEL}
            tabIndex={tab === chosen ? 0 : -1}
            onClick={() => choose(tab)}
            onKeyDown={onKeyDown}
          >
            {words}
          </button>
        ))}
      </div>
      <div className={styles.menu}>
        <MenuButton
          label="Story tab"
          className={styles.button}
          face={
            <>
              {STORY_TABS.find(({ tab }) => tab === chosen)?.words}
              <Icon name="chevron" size={14} />
            </>
          }
        >
          <MenuGroup
            title="Look at"
            mode="single"
            chosen={[chosen]}
            onChoose={([id]) => {
              const found = STORY_TABS.find(({ tab }) => tab === id)
              if (found !== undefined) choose(found.tab)
            }}
          >
            {STORY_TABS.map(({ tab, words }) => (
              <MenuChoice key={tab} id={tab} text={words} />
            ))}
          </MenuGroup>
        </MenuButton>
      </div>
    </div>
  )
}
