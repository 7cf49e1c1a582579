/** The name of the page in the tab. React lifts the element into the head. */
export function PageTitle({ title }: { readonly title: string }) {
  return <title>{`${title} · CoachVisio`}</title>;
}
