import type { Desk } from './desk'
import { chipsOf, type Filter, withFilters } from './filters'
import { focusPlace } from './focus-place'
import type { ListOrder } from './view-store'

/** Turns the conditions of the typed search into chips; its words stay in the box. */
export function chipTyped(desk: Desk): void {
  const { text, filters } = desk.view.getState()
  const chips = chipsOf(text, desk.overview.getState().facets)
  if (chips === null) return
  desk.view.setState({ text: chips.rest, filters: withFilters(filters, chips.filters) })
}

/** Narrows the list to one more condition. */
export function addFilter(desk: Desk, filter: Filter): void {
  const { filters } = desk.view.getState()
  desk.view.setState({ filters: withFilters(filters, [filter]) })
}

/** Puts the list in another order, and the next one that is opened too. */
export function orderList(desk: Desk, order: Partial<ListOrder>): void {
  desk.view.setState(order)
  desk.settings.setState(order)
}

/** Begins a condition in the search box, so that its value is all that must be typed. */
export function beginCondition(desk: Desk, begun: string): void {
  const { text } = desk.view.getState()
  desk.view.setState({ text: text.trim() === '' ? begun : `${text.trim()} ${begun}` })
  // Once the menu has given the focus back.
  requestAnimationFrame(() => focusPlace('search'))
}
