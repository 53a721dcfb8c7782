import * as z from 'zod'

/** The menus of a window that has some, and the parts of the page's commands. */
export const MENU_SECTIONS = ['file', 'edit', 'story', 'view', 'go', 'help'] as const
export type MenuSection = (typeof MENU_SECTIONS)[number]

/** One line, without anything that steers a menu or a terminal. */
const Line = z
  .string()
  .min(1)
  .max(200)
  .regex(/^\P{Cc}+$/u)

/** What a window's page can do, for the menus of its host. */
export const MenuCommand = z.strictObject({
  /** Its own among all; comes back when the item is chosen. */
  name: Line,
  label: Line,
  section: z.enum(MENU_SECTIONS),
  /** The caps of its keys that are pressed together, e.g. `Ctrl`, `Z`; empty: it has no key. */
  keys: z.array(z.string().min(1).max(12)).max(4).readonly(),
  enabled: z.boolean()
})
export type MenuCommand = z.infer<typeof MenuCommand>

/** All commands of a page, in their order. */
export const MenuCommands = z.array(MenuCommand).max(500).readonly()
