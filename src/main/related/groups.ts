/** Which of the numbers below a size belong together (union-find). */
export type Groups = {
  /** @returns a number that exactly the members of one group share. It changes when groups are joined. */
  groupOf(member: number): number
  /** Makes two groups one. */
  join(a: number, b: number): void
}

/** Each number starts alone. */
export function createGroups(size: number): Groups {
  const parents = Int32Array.from({ length: size }, (_, member) => member)

  function groupOf(member: number): number {
    let top = member
    for (let up = parents[top] ?? top; up !== top; up = parents[top] ?? top) top = up
    // The next look-up takes one step.
    parents[member] = top
    return top
  }
  return {
    groupOf,
    join(a, b) {
      parents[groupOf(b)] = groupOf(a)
    }
  }
}
