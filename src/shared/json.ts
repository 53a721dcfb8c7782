/** Any JSON value (RFC 8259). */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
/** A JSON object. Keys are data: look them up with `Object.hasOwn`, never with `in`. */
export type JsonObject = { readonly [key: string]: Json }

/** One operation of a JSON Patch (RFC 6902). `path` and `from` are JSON Pointers (RFC 6901). */
export type PatchOperation =
  | { readonly op: 'add' | 'replace' | 'test'; readonly path: string; readonly value: Json }
  | { readonly op: 'remove'; readonly path: string }
  | { readonly op: 'move' | 'copy'; readonly from: string; readonly path: string }

/** A JSON Patch (RFC 6902): all of it applies, or none. */
export type JsonPatch = readonly PatchOperation[]
