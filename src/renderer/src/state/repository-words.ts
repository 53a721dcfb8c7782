import type { Repository } from '#shared/library/changed-story'

/** `main`, `main · 2 ahead`, `no branch · 1 behind`: by what was fetched last. */
export function repositoryWords({ branch, commit, ahead, behind }: Repository): string {
  const parts = [
    branch ?? `no branch, at ${commit?.slice(0, 7) ?? 'nothing'}`,
    commit === null ? 'no commit yet' : '',
    ahead ? `${ahead.toLocaleString('en')} ahead` : '',
    behind ? `${behind.toLocaleString('en')} behind` : ''
  ]
  return parts.filter((part) => part !== '').join(' · ')
}
