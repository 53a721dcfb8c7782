import { draftBulk, markSelected } from '../../state/bulk-actions'
import { useDesk } from '../../state/desk-context'
import { chordCap } from '../../state/key-press'
import { selectAll } from '../../state/selection-actions'
import bareButton from '../../ui/BareButton.module.css'
import { Icon } from '../../ui/Icon'
import { MenuButton } from '../../ui/MenuButton'
import { MenuChoice, MenuGroup } from '../../ui/MenuChoice'

/** What else can be done to all selected stories. */
export function MoreMenu() {
  const desk = useDesk()
  return (
    <MenuButton
      label="More for the selected stories"
      className={bareButton.button}
      placement="top end"
      face={<Icon name="more" />}
    >
      <MenuGroup title="Related coverage">
        <MenuChoice
          id="dedupe"
          text="Remove repeated links"
          onAction={() => draftBulk(desk, { kind: 'dedupe-links' })}
        />
        <MenuChoice
          id="sort"
          text="Sort links by quality"
          onAction={() => draftBulk(desk, { kind: 'sort-links' })}
        />
      </MenuGroup>
      <MenuGroup title="Review">
        <MenuChoice
          id="reviewed"
          text="Mark as reviewed"
          keys={['Space']}
          onAction={() => markSelected(desk, 'reviewed')}
        />
        <MenuChoice
          id="held"
          text="Hold"
          keys={['H']}
          onAction={() => markSelected(desk, 'held')}
        />
        <MenuChoice
          id="inbox"
          text="Put back into the inbox"
          onAction={() => markSelected(desk, null)}
        />
      </MenuGroup>
      <MenuChoice
        id="all"
        text="Select all matches"
        keys={[chordCap(), 'A']}
        onAction={() => selectAll(desk)}
      />
    </MenuButton>
  )
}
