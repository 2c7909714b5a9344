// Drafts have no empty members: what a file does not say is absent.

/** The item without its members that say nothing. */
export function present<T extends object>(item: { [Key in keyof T]: T[Key] | undefined | '' }): T {
  const kept = {} as Record<string, unknown>
  for (const [key, value] of Object.entries(item)) if (value !== undefined && value !== '') kept[key] = value
  return kept as T
}
