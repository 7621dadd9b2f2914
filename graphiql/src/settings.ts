/** One example that the page offers, as the gateway gives it. */
export interface Example {
  readonly title: string;
  readonly group: "questions" | "lists" | "writes";
  /** The comment above the operation; empty when it has none. */
  readonly about: string;
  readonly query: string;
  /** JSON text. */
  readonly variables: string;
}

/** What the gateway tells the page. */
export interface Settings {
  /** Where operations are posted, as a path on the gateway. */
  readonly endpoint: string;
  /** Whether `X-Explain` is answered. */
  readonly mayExplain: boolean;
  /** The systems behind the gateway, in the order in which they are told. */
  readonly systems: readonly SystemTitle[];
  readonly examples: readonly Example[];
  /** Files of Monaco's workers, as paths from the page. */
  readonly workers: Readonly<Record<"editor" | "graphql" | "json", string>>;
}

/** A system by the name in answers, with its title for people. */
export interface SystemTitle {
  readonly name: string;
  readonly title: string;
}
