/** Joins the class names that apply; `undefined` when none does, so that React writes no empty attribute. */
export function classNames(...names: readonly (string | false | null | undefined)[]): string | undefined {
  return names.filter(Boolean).join(' ') || undefined;
}
