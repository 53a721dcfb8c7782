import { Button } from 'react-aria-components/Button'
import type { BulkChange } from '#shared/story/bulk-change'
import { draftBulk } from '../../state/bulk-actions'
import { useDesk, useDeskState } from '../../state/desk-context'
import { focusPlace } from '../../state/focus-place'
import { clearSelection } from '../../state/selection-actions'
import bareButton from '../../ui/BareButton.module.css'
import { Icon, type IconName } from '../../ui/Icon'
import { IconButton } from '../../ui/IconButton'
import { Tip } from '../../ui/Tip'
import styles from './BulkBar.module.css'
import { MoreMenu } from './MoreMenu'
import { QualityForm } from './QualityForm'
import { TopicForm } from './TopicForm'

/** What can be done to all selected stories at once. It is there while any is selected. */
export function BulkBar() {
  const desk = useDesk()
  const count = useDeskState(
    (each) => each.selection,
    ({ ids }) => ids.size
  )
  if (count === 0) return null
  return (
    <div className={styles.bar} role="toolbar" aria-label="Selected stories">
      <span className={styles.count}>
        <b>{count.toLocaleString('en')}</b> selected
      </span>
      <span className={styles.rule} />
      <Direct icon="published" words="Publish" cap="P" change={PUBLISH} />
      <Direct icon="unpublished" words="Unpublish" cap="U" change={UNPUBLISH} />
      <QualityForm />
      <TopicForm />
      <MoreMenu />
      <span className={styles.rule} />
      <IconButton
        icon="close"
        label="Select none"
        keys={['Esc']}
        onPress={() => {
          clearSelection(desk)
          focusPlace('list')
        }}
      />
    </div>
  )
}

const PUBLISH: BulkChange = { kind: 'publish', published: true }
const UNPUBLISH: BulkChange = { kind: 'publish', published: false }

type DirectProps = {
  readonly icon: IconName
  readonly words: string
  readonly cap: string
  readonly change: BulkChange
}

function Direct({ icon, words, cap, change }: DirectProps) {
  const desk = useDesk()
  return (
    <Tip text={words} keys={[cap]}>
      <Button
        className={bareButton.button ?? ''}
        aria-label={words}
        onPress={() => draftBulk(desk, change)}
      >
        <span className={styles.glyph} data-icon={icon}>
          <Icon name={icon} />
        </span>
        <span className={styles.words}>{words}</span>
      </Button>
    </Tip>
  )
}
