import type { FolderListing } from '#shared/contract/contract'
import { Icon } from '../../ui/Icon'
import styles from './OpenFolderDialog.module.css'

type FolderRowsProps = {
  /** `null` while the first one is being read. */
  readonly listing: FolderListing | null
  readonly onLook: (folder: string) => void
}

/** The folders inside a folder, and the way up. */
export function FolderRows({ listing, onLook }: FolderRowsProps) {
  if (listing === null) return <div className={styles.rows} />
  const { folder, parent, folders } = listing
  const separator = folder.includes('\\') ? '\\' : '/'
  const inside = (name: string) => `${folder.replace(/[/\\]$/, '')}${separator}${name}`
  return (
    <ul className={styles.rows} aria-label={`Folders in ${folder}`}>
      {parent !== null && (
        <li>
          <button type="button" className={styles.row} onClick={() => onLook(parent)}>
            <Icon name="arrow" />
            Up to {parent}
          </button>
        </li>
      )}
      {folders.map((name) => (
        <li key={name}>
          <button type="button" className={styles.row} onClick={() => onLook(inside(name))}>
            <Icon name="folder" />
            {name}
          </button>
        </li>
      ))}
      {folders.length === 0 && <li className={styles.none}>No folders in here.</li>}
    </ul>
  )
}
