import { expect } from '@playwright/test'
import { deskOn } from './desk'
import { test } from './fixtures'
import { createLibraryFolder } from './hosts/library-folder'
import { storyFile } from './story-file'

test.skip(({ host }) => host !== 'desktop-standin', 'about the desktop’s own window')
test.use({ files: { '_news/tides.md': storyFile({ title: 'Tides turn early' }) } })

test('does what is chosen from its menus, and opens the folder that is dropped on it', async ({
  running,
  library
}) => {
  const { page, shell } = running
  if (shell === undefined) throw new Error('This host has no window of its own')
  const desk = deskOn(page)
  await desk.openStory('Tides turn early')

  await shell.choose('Story', 'Unpublish, then next')
  await expect.poll(() => library.diff()).toEqual(['-published: true', '+published: false'])

  // What is typed is undone by itself, as everywhere.
  await desk.title.press('End')
  await desk.title.pressSequentially('!')
  await expect(desk.title).toHaveValue('Tides turn early!')
  await shell.choose('Edit', 'Undo')
  await expect(desk.title).toHaveValue('Tides turn early')

  await desk.title.press('Escape')
  await shell.choose('Edit', 'Undo')
  await expect.poll(() => library.diff()).toEqual([])

  await shell.choose('Help', 'All keys')
  await expect(desk.shortcuts).toBeVisible()
  await shell.choose('View', 'Published stories')
  await desk.hears('First close what lies above the desk.')
  await page.keyboard.press('Escape')

  const other = await createLibraryFolder({ 'ferries.md': storyFile({ title: 'Ferries' }) })
  await shell.drop(other.folder)
  await expect(desk.storyRow('Ferries')).toBeVisible()

  await shell.choose('File', 'Open Recent', library.folder)
  await expect(desk.storyRow('Tides turn early')).toBeVisible()
  await other.remove()
})
