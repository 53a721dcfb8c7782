import { useState } from 'react'
import type { CheckGrades } from '#shared/story/check-grades'
import { RULE_IDS, type RuleId, SEVERITIES } from '#shared/story/finding'
import { RULE_WORDS } from '#shared/story/rule-words'
import styles from './SettingsDialog.module.css'

type CheckGradesTableProps = {
  readonly grades: CheckGrades
  /** `null`: as usual. @returns why it was not saved, or `null`. */
  readonly onGrade: (rule: RuleId, grade: CheckGrades[RuleId] | null) => Promise<string | null>
}

const GRADES = [...SEVERITIES, 'off'] as const

/** How bad what each rule finds is here. */
export function CheckGradesTable({ grades, onGrade }: CheckGradesTableProps) {
  const [why, setWhy] = useState<string | null>(null)

  async function grade(rule: RuleId, chosen: string) {
    setWhy(await onGrade(rule, GRADES.find((each) => each === chosen) ?? null))
  }

  return (
    <fieldset className={styles.checks}>
      <legend className={styles.legend}>Checks</legend>
      {why !== null && (
        <p className={styles.help} data-refused role="alert">
          {why}
        </p>
      )}
      <div className={styles.rules}>
        {RULE_IDS.map((rule) => (
          <label key={rule} className={styles.rule}>
            <span className={styles.ruleName}>{RULE_WORDS[rule]}</span>
            <select
              className={styles.select}
              value={grades[rule] ?? ''}
              onChange={(event) => void grade(rule, event.target.value)}
            >
              <option value="">As usual</option>
              {GRADES.map((each) => (
                <option key={each} value={each}>
                  {each}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
