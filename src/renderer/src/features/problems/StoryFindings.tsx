import { useEffect, useRef, useState } from 'react'
import type { Finding } from '#shared/story/finding'
import type { Story } from '#shared/story/story'
import type { RuleFindings } from '#shared/story/story-findings'
import { useDesk, useDeskState } from '../../state/desk-context'
import { expectedFindings } from '../../state/expected-findings'
import { fixFinding } from '../../state/fix-actions'
import { focusPlace } from '../../state/focus-place'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import styles from './StoryFindings.module.css'

/** More at first would push the fields out of sight. */
const AT_FIRST = 4
/** More are not read one by one. */
const MOST = 200
const NONE: readonly RuleFindings[] = []

/** What the checks find in the open story, worst first, each with its fix where there is a safe one. */
export function StoryFindings({ story }: { readonly story: Story }) {
  const desk = useDesk()
  const found = useDeskState(
    (each) => each.library,
    ({ findings }) => findings.get(story.id) ?? NONE
  )
  const known = useFindings(story, found)
  const findings = known ?? expectedFindings(found)
  const [showsAll, setShowsAll] = useState(false)
  const list = useRef<HTMLUListElement>(null)
  if (findings.length === 0) return null
  const shown = findings.slice(0, showsAll ? MOST : AT_FIRST)

  async function fix(finding: Finding): Promise<void> {
    await fixFinding(desk, story.id, finding)
    // The button goes with what it mended; the next one, or the story's title, takes the focus.
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return
      const next = list.current?.querySelector('button')
      if (next) next.focus()
      else focusPlace('title')
    })
  }
  return (
    <section className={styles.findings} aria-label="Findings">
      <ul ref={list}>
        {shown.map((finding) => (
          <li key={keyOf(finding)} className={styles.finding} data-severity={finding.severity}>
            <Icon name="problem" size={14} />
            <span className={styles.message}>
              <span className="visually-hidden">{finding.severity}: </span>
              <Message text={finding.message} />
            </span>
            <span className={styles.line}>{finding.message !== '' && `Line ${finding.line}`}</span>
            {finding.fixable && (
              <Button
                look="quiet"
                aria-label={`Fix: ${finding.message}`}
                onPress={() => void fix(finding)}
              >
                Fix
              </Button>
            )}
          </li>
        ))}
      </ul>
      {findings.length > AT_FIRST && (
        <button type="button" className={styles.more} onClick={() => setShowsAll(!showsAll)}>
          {showsAll
            ? 'Show fewer'
            : `${findings.length.toLocaleString('en')} findings, show ${findings.length > MOST ? `the first ${MOST}` : 'all'}`}
        </button>
      )}
    </section>
  )
}

/** All findings of the story as it is now; `null` until they are known. */
function useFindings(
  { id, version }: Story,
  found: readonly RuleFindings[]
): readonly Finding[] | null {
  const desk = useDesk()
  const [findings, setFindings] = useState<readonly Finding[] | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version, and other rules, find something else
  useEffect(() => {
    let isOld = false
    void desk.transport
      .call('story.findings', { id })
      .then((answer) => {
        if (!isOld && answer.ok) setFindings(answer.value)
      })
      .catch(() => {}) // a broken connection brings a new snapshot anyway
    return () => {
      isOld = true
    }
  }, [desk, id, version, found])
  return findings
}

/** What stands between backticks is said by the file. */
function Message({ text }: { readonly text: string }) {
  return text.split('`').map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence never change their places
      <code key={index}>{part}</code>
    )
  )
}

const keyOf = ({ rule, field, line, column, message }: Finding): string =>
  `${rule} ${field} ${line} ${column} ${message}`
