import {
  type AliasEvent,
  COLLECTION_STYLE,
  EVENT_ID,
  type MappingEvent,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent
} from 'js-yaml'

/** The offset of an event's first character, its tag and anchor included; -1 if it has none. */
export function eventOffset(
  event: ScalarEvent | MappingEvent | SequenceEvent | AliasEvent
): number {
  if (event.type === EVENT_ID.ALIAS) return event.anchorStart - 1
  const { tagStart, anchorStart } = event
  let offset = event.type === EVENT_ID.SCALAR ? scalarOffset(event) : event.start
  if (tagStart !== -1 && (offset === -1 || tagStart < offset)) offset = tagStart
  if (anchorStart !== -1 && (offset === -1 || anchorStart - 1 < offset)) offset = anchorStart - 1
  return offset
}

/** Where a scalar's own text starts, its quote included. */
const scalarOffset = ({ valueStart, style }: ScalarEvent): number =>
  style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED
    ? valueStart - 1
    : valueStart

/** Whether a collection is written with brackets. */
export const isFlow = (event: MappingEvent | SequenceEvent): boolean =>
  event.style === COLLECTION_STYLE.FLOW
