import { useDesk, useDeskState } from '../../state/desk-context'
import { chordCap } from '../../state/key-press'
import { chooseFolder, lookAgain, openFolder, openSample } from '../../state/library-actions'
import { folderName } from '../../state/story-words'
import bareButton from '../../ui/BareButton.module.css'
import { Icon } from '../../ui/Icon'
import { MenuButton } from '../../ui/MenuButton'
import { MenuChoice, MenuGroup } from '../../ui/MenuChoice'
import styles from './LibraryMenu.module.css'

/** The library's name. Its menu opens other folders. */
export function LibraryMenu() {
  const desk = useDesk()
  const folder = useDeskState(
    (each) => each.library,
    ({ state }) => state.folder
  )
  const recent = useDeskState(
    (each) => each.recent,
    ({ folders }) => folders
  )
  const others = recent.filter((each) => each.folder !== folder && each.isThere)
  const name = folder === '' ? 'No folder' : folderName(folder)
  return (
    <MenuButton
      label={`Library ${name}`}
      className={bareButton.button}
      face={
        <>
          <span className={styles.name}>{name}</span>
          <Icon name="chevron" />
        </>
      }
    >
      <MenuChoice
        id="open"
        text="Open folder…"
        keys={[chordCap(), 'O']}
        onAction={() => void chooseFolder(desk)}
      />
      <MenuChoice id="sample" text="Example library" onAction={() => void openSample(desk)} />
      {folder !== '' && (
        <MenuChoice
          id="refresh"
          text="Look for changes now"
          detail={folder}
          onAction={() => void lookAgain(desk)}
        />
      )}
      {others.length > 0 && (
        <MenuGroup title="Recent">
          {others.map((each) => (
            <MenuChoice
              key={each.folder}
              id={each.folder}
              text={folderName(each.folder)}
              detail={each.folder}
              onAction={() => void openFolder(desk, each.folder)}
            />
          ))}
        </MenuGroup>
      )}
    </MenuButton>
  )
}
