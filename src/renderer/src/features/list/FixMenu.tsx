import { useMemo } from 'react'
import { RULE_WORDS } from '#shared/story/rule-words'
import { useDesk, useDeskState } from '../../state/desk-context'
import { countRules } from '../../state/findings'
import { draftFix } from '../../state/fix-actions'
import { addFilter } from '../../state/search-actions'
import { countOf } from '../../state/story-words'
import { Icon } from '../../ui/Icon'
import { MenuButton } from '../../ui/MenuButton'
import { MenuChoice, MenuGroup } from '../../ui/MenuChoice'

/** What the checks find in the library, rule by rule: to fix all of one kind after a preview, or to look at them. */
export function FixMenu() {
  const desk = useDesk()
  const library = useDeskState(
    (each) => each.library,
    (state) => state
  )
  const rules = useMemo(() => countRules([...library.stories.values()], library), [library])
  const fixable = rules.filter((rule) => rule.fixable > 0)
  if (rules.length === 0) return null
  return (
    <MenuButton
      label="Findings by kind"
      placement="bottom end"
      face={
        <>
          <span>Findings by kind</span>
          <Icon name="chevron" size={14} />
        </>
      }
    >
      {fixable.length > 0 && (
        <MenuGroup title="Fix all of this kind">
          {fixable.map(({ rule, fixable: stories }) => (
            <MenuChoice
              key={rule}
              id={`fix ${rule}`}
              text={RULE_WORDS[rule]}
              detail={countOf(stories, 'story', 'stories')}
              onAction={() => draftFix(desk, rule)}
            />
          ))}
        </MenuGroup>
      )}
      <MenuGroup title="Show only">
        {rules.map(({ rule, stories }) => (
          <MenuChoice
            key={rule}
            id={`show ${rule}`}
            text={RULE_WORDS[rule]}
            detail={countOf(stories, 'story', 'stories')}
            onAction={() =>
              addFilter(desk, { field: 'query', value: `finding:${rule}`, isNot: false })
            }
          />
        ))}
      </MenuGroup>
    </MenuButton>
  )
}
