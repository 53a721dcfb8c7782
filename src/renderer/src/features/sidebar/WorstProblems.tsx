import { useMemo } from 'react'
import { useDesk, useDeskState } from '../../state/desk-context'
import { isProblem } from '../../state/findings'
import { focusPlace } from '../../state/focus-place'
import { openProblem, showView } from '../../state/story-actions'
import { fileName } from '../../state/story-words'
import { worstFirst } from '../../state/worst-first'
import styles from './WorstProblems.module.css'

/** More would push the topics out of sight; the view lists them all. */
const MOST = 3

/** The worst problems of the library below their view: which story, in which line, and why. */
export function WorstProblems() {
  const desk = useDesk()
  const stories = useDeskState(
    (each) => each.list,
    (list) => list.stories
  )
  const findings = useDeskState(
    (each) => each.library,
    (library) => library.findings
  )
  const problems = useMemo(
    () => worstFirst(stories.filter((story) => isProblem(story, { findings }))),
    [stories, findings]
  )

  function showAll() {
    showView(desk, 'problems')
    focusPlace('list')
  }
  return (
    <>
      {problems.slice(0, MOST).map((story) => {
        const { line, message = '' } = story.problem ?? findings.get(story.id)?.[0] ?? {}
        return (
          <li key={story.id}>
            <button
              type="button"
              className={styles.problem}
              title={`${story.id}, line ${line}: ${message}`}
              onClick={() => openProblem(desk, story.id)}
            >
              <span className={styles.name} dir="auto">
                {story.title ?? fileName(story.id)}
              </span>
              <span className={styles.why}>
                Line {line}: {message.replaceAll('`', '')}
              </span>
            </button>
          </li>
        )
      })}
      {problems.length > MOST && (
        <li>
          <button type="button" className={styles.problem} onClick={showAll}>
            All {problems.length.toLocaleString('en')} problems
          </button>
        </li>
      )}
    </>
  )
}
