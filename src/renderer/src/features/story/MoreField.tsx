import { webAddress } from '#shared/story/web-address'
import type { MoreFieldValue } from '../../state/more-fields'
import { Icon } from '../../ui/Icon'
import styles from './MoreFields.module.css'

/** One field for reading. An address can be opened, outside, if it is one of the web. */
export function MoreField({ field }: { readonly field: MoreFieldValue }) {
  const { label, text, kind } = field
  const page = kind === 'address' ? webAddress(text) : null
  return (
    <div className={styles.field}>
      <dt className={styles.label} title={label}>
        {label}
      </dt>
      <dd className={styles.value} title={text}>
        {label === 'secured' && <Icon name="lock" size={13} />}
        {page === null ? (
          <span className={styles.text} dir="auto">
            {text}
          </span>
        ) : (
          <a className={styles.link} href={page.href} target="_blank" rel="noopener noreferrer">
            <span className={styles.text}>{text.replace(/^https?:\/\/(www\.)?/, '')}</span>
            <Icon name="open" size={13} />
          </a>
        )}
      </dd>
    </div>
  )
}
