import type { Link } from '#shared/story/story'

/** How a link is called: its title, else its address. */
export const linkTitle = ({ title, webUrl }: Link): string =>
  title ?? webUrl ?? 'Link without a title'
