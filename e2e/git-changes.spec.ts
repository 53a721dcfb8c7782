import { execFileSync } from 'node:child_process'
import { expect } from '@playwright/test'
import { deskOn } from './desk'
import { test } from './fixtures'
import { storyFile } from './story-file'

const TIDES = '_news/tides.md'
const CORAL = '_news/coral.md'
const files = {
  [TIDES]: storyFile({ title: 'Tides turn early', links: ['Alpha sails', 'Bravo drifts'] }),
  [CORAL]: storyFile({ title: 'Coral returns' }),
  '_config.yml': 'url: https://desk.example\n'
}
test.use({ files })

const gitIn =
  (folder: string) =>
  (...args: readonly string[]): string =>
    execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8' })

test('looks at changes field by field, takes some back and commits the rest', async ({
  page,
  library
}) => {
  const desk = deskOn(page)
  const git = gitIn(library.folder)
  git('config', 'user.name', 'Editor')
  git('config', 'user.email', 'editor@desk.example')
  await library.write('_config.yml', 'url: https://staged.example\n')
  git('add', '_config.yml')
  await expect(desk.statusBar).toContainText(git('branch', '--show-current').trim())
  await desk.openStory('Tides turn early')
  await desk.setQuality(80)
  await desk.onLink('Bravo drifts', 'Remove link')
  await library.write(CORAL, files[CORAL].replace(/^published: .*$/m, 'published: "false"'))
  await desk.focusList()

  await page.keyboard.press('Control+Shift+D')
  const tides = desk.changedStory('Tides turn early')
  const coral = desk.changedStory('Coral returns')
  await expect(tides).toContainText('Quality: 80, was 52This desk')
  await expect(tides).toContainText('Related: removed 1')
  await expect(coral).toContainText('Published: “false”')
  await expect(coral).toContainText('Outside')
  await tides.getByRole('button', { name: 'Revert Quality' }).focus()
  await page.keyboard.press('d')
  await expect(desk.linesOf('Tides turn early')).toContainText('+quality: 80')

  await tides.getByRole('button', { name: 'Link by link' }).click()
  await tides.getByRole('button', { name: 'Revert link Bravo drifts' }).click()
  await expect(tides).not.toContainText('Related')
  expect(await library.read(TIDES)).toBe(files[TIDES].replace('quality: 52', 'quality: 80'))

  await expect(desk.commitMessage).toHaveValue('Score 1 story, edit 1')
  await page.getByRole('button', { name: 'Commit 2 stories' }).click()
  await expect(desk.notCommitted).toContainText('Coral returns')
  await coral.getByRole('checkbox').uncheck()
  await expect(desk.commitMessage).toHaveValue('Score 1 story')
  await page.getByRole('button', { name: 'Commit 1 story' }).click()
  await expect(tides).toHaveCount(0)
  expect(git('log', '-1', '--format=%s', '--name-only')).toBe(`Score 1 story\n\n${TIDES}\n`)
  expect(git('status', '--short')).toBe(`M  _config.yml\n M ${CORAL}\n`)
  await coral.getByRole('button', { name: 'Revert story Coral returns' }).click()
  await expect.poll(() => library.read(CORAL)).toBe(files[CORAL])
})

test('settles what a merge left, and asks only for what both sides changed', async ({
  page,
  library
}) => {
  const desk = deskOn(page)
  const git = gitIn(library.folder)
  const tides = (score: string, topics: string) =>
    files[TIDES].replace('quality: 52', `quality: ${score}`).replace(/^topics:.*/m, topics)
  git('config', 'user.name', 'Editor')
  git('config', 'user.email', 'editor@desk.example')
  git('checkout', '--quiet', '-b', 'robot')
  await library.write(TIDES, tides('80', 'topics:'))
  git('commit', '--quiet', '-am', 'Robot')
  git('checkout', '--quiet', '-')
  await library.write(TIDES, tides('10', 'topics: # ours'))
  git('commit', '--quiet', '-am', 'Editor')
  expect(() => git('merge', '--quiet', 'robot')).toThrow()

  await desk.show('Problems')
  await desk.stories.getByRole('row', { name: /tides\.md/ }).click()
  const settle = desk.clash.getByRole('button', { name: 'Settle the story' })
  await expect(settle).toBeDisabled()
  await expect(desk.clash.getByRole('listitem')).toHaveCount(1)
  await desk.clash.getByRole('radio', { name: 'Theirs 80' }).check({ force: true })
  await settle.click()
  await expect.poll(() => library.read(TIDES)).toBe(tides('80', 'topics: # ours'))
  await desk.hears('Settled')
  expect(git('ls-files', '--unmerged')).toBe('')
})
