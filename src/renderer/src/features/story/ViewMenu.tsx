import { useDesk, useDeskState } from '../../state/desk-context'
import styles from '../../ui/BareButton.module.css'
import { Icon } from '../../ui/Icon'
import { MenuButton } from '../../ui/MenuButton'
import { MenuChoice, MenuGroup } from '../../ui/MenuChoice'

const THEMES = { system: 'As the system', light: 'Light', dark: 'Dark' } as const
const DENSITIES = { comfortable: 'Comfortable', compact: 'Compact' } as const

/** How this window looks. Remembered on this computer. */
export function ViewMenu() {
  const desk = useDesk()
  const settings = useDeskState(
    (each) => each.settings,
    (each) => each
  )

  const isAllowed = useDeskState(
    (each) => each.library,
    ({ state }) => state.remotePictures ?? true
  )

  function chooseTheme([theme]: readonly string[]) {
    if (theme === 'system' || theme === 'light' || theme === 'dark') {
      desk.settings.setState({ theme })
    }
  }

  function chooseDensity([density]: readonly string[]) {
    if (density === 'comfortable' || density === 'compact') desk.settings.setState({ density })
  }

  return (
    <MenuButton
      label="View"
      placement="bottom end"
      className={styles.button}
      face={
        <>
          <Icon name="adjust" />
          View
        </>
      }
    >
      <MenuGroup title="Theme" mode="single" chosen={[settings.theme]} onChoose={chooseTheme}>
        {Object.entries(THEMES).map(([theme, words]) => (
          <MenuChoice key={theme} id={theme} text={words} />
        ))}
      </MenuGroup>
      <MenuGroup title="Rows" mode="single" chosen={[settings.density]} onChoose={chooseDensity}>
        {Object.entries(DENSITIES).map(([density, words]) => (
          <MenuChoice key={density} id={density} text={words} />
        ))}
      </MenuGroup>
      <MenuGroup
        title="Pictures"
        mode="multiple"
        chosen={settings.remotePictures && isAllowed ? ['remote'] : []}
        onChoose={(ids) => desk.settings.setState({ remotePictures: ids.includes('remote') })}
      >
        <MenuChoice
          id="remote"
          text="Load pictures from the web"
          detail={
            isAllowed
              ? 'Tells their sites that you look at them'
              : 'storydesk.yml of this library says no'
          }
          isDisabled={!isAllowed}
        />
      </MenuGroup>
      <MenuGroup
        title="After a decision"
        mode="multiple"
        chosen={settings.autoAdvance ? ['advance'] : []}
        onChoose={(ids) => desk.settings.setState({ autoAdvance: ids.includes('advance') })}
      >
        <MenuChoice
          id="advance"
          text="Go on to the next story"
          detail="Publish, unpublish, reviewed and hold"
        />
      </MenuGroup>
      <MenuChoice
        id="shortcuts"
        text="Keyboard shortcuts"
        keys={['?']}
        onAction={() => desk.window.setState({ dialog: 'shortcuts' })}
      />
    </MenuButton>
  )
}
