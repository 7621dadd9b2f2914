import type { Freshness } from "./cache-policy.ts";
import type { AnyEndpoint } from "./endpoint.ts";
import type { RowFacts } from "./row-facts.ts";

/** Facts of all endpoints of a noun; one that an endpoint states itself holds in its place. */
export interface NounFacts<Noun extends string> {
  /** For how long answers to its reads may be given again. @default never */
  readonly cache?: Freshness;
  /** Nouns of which its writes invalidate cached reads. @default all of the system */
  readonly invalidates?: readonly Noun[];
  /** How its kept answers hold its rows, for writes that say what they change of them. @default each write drops all */
  readonly rows?: RowFacts;
  /**
   * In the refusal of a write, says that it conflicts with what is there already. Removals bring nothing that could, so
   * they do not have it. @default no refusal says so
   */
  readonly conflictWhen?: RegExp;
  /** Of routes that are closed to most accounts: the accounts that they are open to, and who opens them. @default all accounts */
  readonly openTo?: string;
  /**
   * The GraphQL query that shows whether one of its writes happened whose answer was lost. Only those that create have it:
   * others may simply be sent again. @default none
   */
  readonly reconcile?: string;
  /** Fields that none of its answers keeps, beside those that an endpoint names itself; `whole` ones keep all. @default none */
  readonly secrets?: readonly string[];
  /** Fields that its answers keep only where the system `showsSensitive`, in the same way. @default none */
  readonly sensitive?: readonly string[];
}

/** Endpoints of a noun, by verb. */
type Verbs = Readonly<Record<string, AnyEndpoint>>;

/** The endpoints of a noun with the facts that they share. */
export type NounEndpoints<Noun extends string> = <Own extends Verbs>(
  facts: NounFacts<Noun>,
  verbs: Own,
) => Own;

/** Makes the endpoints of nouns of a system whose nouns have these names. */
export const endpointsOf =
  <Noun extends string>(): NounEndpoints<Noun> =>
  ({ cache, conflictWhen, openTo, reconcile, rows, secrets = [], sensitive = [], ...ofWrites }, verbs) => {
    const sharedBy = ({ effect, method }: AnyEndpoint) => ({
      ...(openTo && { openTo }),
      ...(effect === "read"
        ? { ...(cache && { cache }), ...(rows && { rows }) }
        : {
            ...ofWrites,
            ...(conflictWhen && method !== "DELETE" && { conflictWhen }),
            ...(reconcile && effect === "create" && { reconcile }),
          }),
    });
    const droppedBy = (own: AnyEndpoint) =>
      !own.isWhole && {
        secrets: [...secrets, ...own.secrets],
        sensitive: [...sensitive, ...(own.sensitive ?? [])],
      };
    const complete = (endpoint: AnyEndpoint): AnyEndpoint => ({
      ...sharedBy(endpoint),
      ...endpoint,
      ...droppedBy(endpoint),
    });
    return Object.fromEntries(
      Object.entries(verbs).map(([verb, endpoint]) => [verb, complete(endpoint)]),
    ) as typeof verbs;
  };
