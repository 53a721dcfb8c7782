import styles from './Welcome.module.css'

/** Storydesk's sign: three stories, the first of them on the site. */
export function Mark() {
  return (
    <svg className={styles.mark} viewBox="0 0 52 52" width="52" height="52" aria-hidden="true">
      <rect className={styles.paper} width="52" height="52" rx="12" />
      <circle className={styles.live} cx="14" cy="17.5" r="3.5" />
      <circle className={styles.ring} cx="14" cy="26" r="2.75" />
      <circle className={styles.ring} cx="14" cy="34.5" r="2.75" />
      <path className={styles.lines} d="M23 17.5h16M23 26h16M23 34.5h10" />
    </svg>
  )
}
