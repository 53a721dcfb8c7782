import { expect, type Locator, type Page } from '@playwright/test'
import { hear } from './hosts/spoken'

/**
 * The desk in the words of an editor. The only place of the end-to-end tests that knows roles, names and keys; they
 * are a contract with screen readers too (ARCHITECTURE.md, "The walls").
 */
export function deskOn(page: Page) {
  const stories = page.getByRole('grid', { name: 'Stories' })
  const pane = page.getByRole('region', { name: 'Story' })
  const related = pane.getByRole('grid', { name: 'Related coverage' })
  const row = (grid: Locator, title: string): Locator =>
    grid.getByRole('row', { name: new RegExp(`^${inPattern(title)}`) })

  return {
    page,
    stories,
    story: pane,
    related,
    problems: page.getByRole('region', { name: 'Problems' }),
    /** What the library knows and the open story's list lacks. */
    suggestedLink: (title: string): Locator =>
      row(pane.getByRole('grid', { name: 'Suggested links' }), title),
    insights: page.getByRole('dialog', { name: 'Insights' }),
    /** The columns of a chart of insights, for the keyboard. */
    chart: (title: string): Locator =>
      page.getByRole('slider', { name: new RegExp(`^${inPattern(title)}: `) }),
    /** What the checks find in the open story. */
    findings: pane.getByRole('region', { name: 'Findings' }).getByRole('listitem'),
    searchBox: page.getByRole('searchbox', { name: 'Search stories' }),
    title: pane.getByRole('textbox', { name: 'Title', exact: true }),
    excerpt: pane.getByRole('textbox', { name: 'Excerpt', exact: true }),
    published: pane.getByRole('switch', { name: 'Published' }),
    quality: pane.getByRole('spinbutton', { name: 'Quality', exact: true }),
    heat: pane.getByRole('spinbutton', { name: 'Heat' }),
    topics: pane.getByRole('grid', { name: 'Topics' }),
    topicBox: pane.getByRole('combobox', { name: 'Add topic' }),
    /** A topic that the words of the story suggest. */
    addSuggested: (topic: string): Locator =>
      pane
        .getByRole('list', { name: 'Suggested topics' })
        .getByRole('button', { name: `Add topic ${topic}` }),
    undo: page.getByRole('button', { name: 'Undo' }),
    redo: page.getByRole('button', { name: 'Redo' }),
    palette: page.getByRole('dialog', { name: 'Command palette' }),

    /** A command, view or story in the palette. */
    paletteLine: (words: string): Locator =>
      page.getByRole('dialog', { name: 'Command palette' }).getByRole('option', { name: words }),

    settings: page.getByRole('dialog', { name: 'Settings' }),
    /** A setting that is typed. */
    setting: (name: string): Locator => page.getByRole('textbox', { name, exact: true }),
    shortcuts: page.getByRole('dialog', { name: 'Keyboard shortcuts' }),
    singleKeys: page.getByRole('switch', { name: 'Single keys' }),
    /** What gives a command of the table of keys another one. */
    changeKey: (words: string): Locator =>
      page.getByRole('button', { name: new RegExp(`^(Change the|Press a) key (of|for) ${words}`) }),
    changes: page.getByRole('button', { name: 'Changes', exact: true }),
    /** The steps that were done since the start, newest first. */
    steps: page.getByRole('list', { name: 'Changes' }).getByRole('listitem'),
    /** What was changed since the last commit, a story each. */
    changedStory: (title: string): Locator =>
      page
        .getByRole('list', { name: 'Changed stories' })
        .getByRole('listitem', { name: title, exact: true }),
    linesOf: (title: string): Locator => page.getByRole('region', { name: `Lines of ${title}` }),
    commitMessage: page.getByRole('textbox', { name: 'Commit message' }),
    notCommitted: page.getByRole('region', { name: 'Not committed' }),
    clash: pane.getByRole('region', { name: 'Settle the clash' }),
    /** What stands in the place of a story while several are selected. */
    selection: pane.getByRole('region', { name: 'Selection' }),
    bulkBar: page.getByRole('toolbar', { name: 'Selected stories' }),
    notice: page.getByRole('region', { name: 'Notice' }),
    filters: page.getByRole('list', { name: 'Filters' }),
    suggestion: (words: string): Locator =>
      page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option', { name: words }),
    /** A value of the sidebar. */
    facet: (words: string): Locator =>
      page
        .getByRole('navigation')
        .getByRole('button', { name: new RegExp(`^${inPattern(words)}`) }),
    dialog: (title: string): Locator => page.getByRole('dialog', { name: title }),
    /** Every name that is promised from the start, looked for as loosely as can be: in all of the page, in any part. */
    promised: PROMISED.map(([role, name]) => ({
      words: `${role} “${name}”`,
      found: page.getByRole(role, { name })
    })),
    /** The line at the foot of the window. */
    statusBar: page.getByRole('contentinfo'),

    storyRow: (title: string): Locator => row(stories, title),
    linkRow: (title: string): Locator => row(related, title),

    /** Waits until the library is read and the list can be used. */
    async isReady(): Promise<void> {
      await page.locator('html[data-app-state="ready"]').waitFor()
    },

    async search(text: string): Promise<void> {
      await this.searchBox.fill(text)
    },

    /** Opens a story from the list and waits until the pane shows it. */
    async openStory(title: string): Promise<void> {
      await row(stories, title).click()
      await pane.getByText(title).first().waitFor()
    },

    async show(view: string): Promise<void> {
      await page
        .getByRole('navigation')
        .getByRole('button', { name: new RegExp(`^${view}`) })
        .click()
    },

    /** How many stories a view of the sidebar says it holds. */
    async countOf(view: string): Promise<number> {
      const button = page
        .getByRole('navigation')
        .getByRole('button', { name: new RegExp(`^${view}`) })
      return Number(/\d+$/.exec((await button.innerText()).replaceAll(',', ''))?.[0])
    },

    /** Ticks or unticks a choice of the View menu. */
    async chooseInViewMenu(choice: string): Promise<void> {
      await page.getByRole('button', { name: 'View' }).click()
      await page.getByRole('menuitemcheckbox', { name: choice }).click()
      await page.keyboard.press('Escape')
    },

    /** Puts the stories together that have this in common. */
    async groupBy(words: string): Promise<void> {
      await page.getByRole('button', { name: 'Sort by' }).click()
      await page
        .getByRole('group', { name: 'Group by' })
        .getByRole('menuitemradio', { name: words })
        .click()
    },

    /** Shows what would become of all stories in which a rule finds something. */
    async fixAll(kind: string): Promise<void> {
      await page.getByRole('button', { name: 'Findings by kind' }).click()
      await page
        .getByRole('group', { name: 'Fix all of this kind' })
        .getByRole('menuitem', { name: kind })
        .click()
    },

    /** Opens the menu of the library's name and chooses from it. */
    async chooseInLibraryMenu(choice: string): Promise<void> {
      await page.getByRole('button', { name: 'Library' }).click()
      await page.getByRole('menuitem', { name: choice }).click()
    },

    /** One end of the range of scores in the sidebar. */
    qualityEnd: (end: 'Lowest' | 'Highest'): Locator =>
      page.getByRole('slider', { name: `${end} quality` }),

    /** A search of the sidebar that has a name. */
    savedView: (name: string): Locator =>
      page
        .getByRole('region', { name: 'Saved views' })
        .getByRole('button', { name: new RegExp(`^${inPattern(name)}`) }),

    async removeFilter(words: string): Promise<void> {
      await page.getByRole('button', { name: `Remove filter ${words}` }).click()
    },

    async setQuality(value: number): Promise<void> {
      await this.quality.fill(String(value))
      await this.quality.press('Enter')
    },

    async addTopic(name: string): Promise<void> {
      await this.topicBox.fill(name)
      await this.topicBox.press('Enter')
    },

    async removeTopic(name: string): Promise<void> {
      await this.topics.getByRole('button', { name: `Remove topic ${name}` }).click()
    },

    /** Chooses a topic or a provider from the sidebar. */
    async filterBy(name: string): Promise<void> {
      await page
        .getByRole('navigation')
        .getByRole('button', { name: new RegExp(`^${inPattern(name)}`) })
        .click()
    },

    /** Goes to the first story of the list by keyboard. */
    async focusList(): Promise<void> {
      await stories.focus()
      await page.keyboard.press('Home')
    },

    /** Waits until the list has the focus and this story is its current one. */
    async isAtStory(title: string): Promise<void> {
      await expect(stories).toBeFocused()
      await expect(row(stories, title)).toHaveAttribute('aria-current', 'true')
    },

    /** Waits until this link has the focus. */
    async isAtLink(title: string): Promise<void> {
      await expect(row(related, title)).toBeFocused()
    },

    /** The parts of the story that reach over the right edge of its pane. */
    cutOff: (): Promise<readonly string[]> =>
      pane.evaluate((section) => {
        const edge = section.getBoundingClientRect().right
        return [...section.querySelectorAll('p, a, button, input, textarea, [role]')]
          .filter((part) => part.getBoundingClientRect().right > edge)
          .map((part) => part.getAttribute('aria-label') ?? part.textContent)
      }),

    /** The titles in the list, top to bottom, as far as they are on screen. */
    storyTitles: (): Promise<readonly string[]> => titles(stories),

    /** The titles of the selected stories, top to bottom, as far as they are on screen. */
    selected: (): Promise<readonly string[]> =>
      stories
        .locator('[role="row"][aria-selected="true"]')
        .evaluateAll((rows) =>
          rows
            .toSorted((a, b) => Number(a.ariaRowIndex) - Number(b.ariaRowIndex))
            .map((row) => row.getAttribute('aria-label')?.split(', ')[0] ?? '')
        ),

    /** Takes the focus to the last of the related links. */
    async goToLastLink(): Promise<void> {
      await related.getByRole('row').first().focus()
      await page.keyboard.press('End')
    },

    /** Opens a link for editing by its button. */
    async openLink(title: string): Promise<void> {
      const link = row(related, title)
      await link.hover()
      await link.getByRole('button', { name: 'Edit link' }).click()
    },

    /** A field of the link that is open. */
    linkField: (name: 'title' | 'excerpt' | 'provider' | 'date' | 'address'): Locator =>
      related.getByRole('textbox', { name: `Link ${name}` }),

    linkQuality: related.getByRole('spinbutton', { name: 'Link quality' }),
    linkPosition: related.getByRole('spinbutton', { name: 'Position' }),
    more: pane.getByRole('button', { name: /and \d+ more fields?$/ }),

    /** A text below the main fields, e.g. `Address` or `Provider domain`. */
    field: (name: string): Locator => pane.getByRole('textbox', { name, exact: true }),

    /** A number below the main fields, e.g. `Picture width`. */
    number: (name: string): Locator => pane.getByRole('spinbutton', { name, exact: true }),

    pictures: pane.getByRole('list', { name: 'Pictures' }).getByRole('listitem'),
    addPicture: pane.getByRole('textbox', { name: 'Add picture' }),

    /** A button of one of several pictures, counted from 1. */
    onPicture: (what: 'Remove' | 'Move up' | 'Move down', which: number): Locator =>
      pane.getByRole('button', {
        name:
          what === 'Remove' ? `Remove picture ${which}` : `Move picture ${which} ${what.slice(5)}`
      }),

    /** Another way to look at the open story. */
    async lookAt(tab: 'Story' | 'Preview' | 'Source' | 'History'): Promise<void> {
      const wide = pane.getByRole('tab', { name: tab, exact: true })
      if (await wide.isVisible()) return wide.click()
      await pane.getByRole('button', { name: 'Story tab' }).click()
      await page.getByRole('menuitemradio', { name: tab, exact: true }).click()
    },

    source: pane.getByRole('group', { name: 'Text of the file' }),
    versions: pane.getByRole('radiogroup', { name: 'Earlier versions' }).getByRole('radio'),
    differences: pane.getByRole('listitem'),
    restore: pane.getByRole('button', { name: 'Restore' }),

    addLink: pane.getByRole('combobox', { name: 'Add link' }),
    linkChoices: pane.getByRole('listbox', { name: 'Links to add' }).getByRole('option'),
    newLinkTitle: pane.getByRole('textbox', { name: 'Title of the new link' }),
    takeLink: pane.getByRole('button', { name: 'Take one from another story' }),
    /** The box and the lines of a dialog in which a story or a link is chosen. */
    pick: page.getByRole('dialog').getByRole('combobox'),
    picks: page.getByRole('dialog').getByRole('option'),
    sortLinks: pane.getByRole('button', { name: 'Sort by quality' }),

    /** Waits until the screen reader has been told this. */
    hears: (text: string): Promise<void> => hear(page, text),

    /** Presses one of a link's own buttons. */
    async onLink(
      title: string,
      button: 'Move up' | 'Move down' | 'Move to top' | 'Move to bottom' | 'Remove link'
    ): Promise<void> {
      const link = row(related, title)
      await link.hover()
      await link.getByRole('button', { name: button }).click()
    },

    /** Drags a link with the mouse and drops it above another one. */
    async dragLink(title: string, above: string): Promise<void> {
      const [from, to] = await Promise.all([
        row(related, title).getByTitle('Drag').boundingBox(),
        row(related, above).boundingBox()
      ])
      if (from === null || to === null) throw new Error('The link is not on screen')
      await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
      await page.mouse.down()
      await page.mouse.move(to.x + 20, to.y + 4, { steps: 8 })
      await page.mouse.up()
    },

    /** How far below the window's top the related links begin. */
    topOfLinks: async (): Promise<number | undefined> => (await related.boundingBox())?.y,

    /** The titles of the related links, top to bottom, as far as they are on screen. */
    linkTitles: (): Promise<readonly string[]> => titles(related)
  }
}

const PROMISED = [
  ['grid', 'Stories'],
  ['searchbox', 'Search stories'],
  ['region', 'Story'],
  ['switch', 'Published'],
  ['spinbutton', 'Quality'],
  ['spinbutton', 'Heat'],
  ['textbox', 'Title'],
  ['textbox', 'Excerpt'],
  ['combobox', 'Add topic'],
  ['grid', 'Topics'],
  ['grid', 'Related coverage'],
  ['button', 'Undo'],
  ['button', 'Redo'],
  ['region', 'Problems']
] as const

/** A row's name starts with its title; what is said behind the first comma is about it. */
const titles = (grid: Locator): Promise<readonly string[]> =>
  grid
    .getByRole('row')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label')?.split(', ')[0] ?? ''))

const inPattern = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
