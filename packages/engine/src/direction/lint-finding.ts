/** Something in a scenario that can never come, never be reached or never be true. */
export interface Finding {
  /** Path into the scenario, with ids for items: `facts.deadline.earned.trust`. */
  readonly where: string;
  /** One sentence for whoever wrote it. */
  readonly what: string;
}
