import type { AccountJson } from "../../assembly/account/endpoints.ts";
import type { LabelJson } from "../../assembly/label/endpoints.ts";
import type {
  AssemblyData,
  StoredContact,
  StoredReply,
  StoredTicket,
  StoredUsageLog,
} from "../data/assembly/stored.ts";
import { ulidMaker, uuidMaker } from "../random.ts";
import { Refusal } from "../refusal.ts";
import { createStore, type Store } from "../store.ts";

/** Everything that the emulated Assembly remembers. */
export interface AssemblyState {
  readonly accounts: Store<AccountJson>;
  readonly contacts: Store<StoredContact>;
  readonly labels: Store<LabelJson>;
  readonly usageLogs: Store<StoredUsageLog>;
  readonly tickets: Store<StoredTicket>;
  readonly replies: Store<StoredReply>;
}

/** Fills the stores. */
export function createState(data: AssemblyData): AssemblyState {
  const storeOf = <Row extends { readonly id: string }>(
    noun: string,
    rows: readonly Row[],
    idMaker = uuidMaker,
  ): Store<Row> => createStore({ rows, idOf: (row) => row.id, makeId: idMaker(`assembly/${noun}`) });
  return {
    accounts: storeOf("account", data.accounts),
    contacts: storeOf("contact", data.contacts),
    labels: storeOf("label", data.labels),
    usageLogs: storeOf("usage-log", data.usageLogs),
    tickets: storeOf("ticket", data.tickets, ulidMaker),
    replies: storeOf("reply", data.replies, ulidMaker),
  };
}

/** The part that accounts and contacts have in common: three ways to name them. */
export interface Identified {
  readonly id: string;
  readonly domain: string;
  readonly source_specific_ids?: readonly string[] | null;
}

/** The row with this id. */
export const byId = <Row extends Identified>(store: Store<Row>, id: string): Row | undefined => store.get(id);

/** The row with this domain or e-mail address, without case. */
export const byDomain = <Row extends Identified>(store: Store<Row>, domain: string): Row | undefined =>
  store.all().find((row) => row.domain.toLowerCase() === domain.toLowerCase());

/** The row with this id, domain or e-mail address. */
export const byIdOrDomain = <Row extends Identified>(store: Store<Row>, value: string): Row | undefined =>
  byId(store, value) ?? byDomain(store, value);

/** The first row that carries this id; an empty one is refused, since it would name no row or any. */
export function bySourceSpecificId<Row extends Identified>(
  store: Store<Row>,
  value: string,
): Row | undefined {
  if (value.trim() === "") throw new Refusal(400, "source_specific_id must not be empty");
  return store.all().find((row) => row.source_specific_ids?.includes(value));
}

/** The row, or 404. */
export function found<Row>(row: Row | undefined, noun: string): Row {
  if (row === undefined) throw new Refusal(404, `${noun} not found`);
  return row;
}

/** Refuses with 409 a domain or a source specific id that another row has; what the row has already is its own. */
export function refuseTaken<Row extends Identified>(
  store: Store<Row>,
  body: { readonly domain?: string; readonly source_specific_ids?: readonly string[] },
  self: Row | undefined,
): void {
  if (body.domain !== undefined) {
    const holder = byDomain(store, body.domain);
    if (holder !== undefined && holder.id !== self?.id) throw new Refusal(409, "domain already exists");
  }
  for (const value of body.source_specific_ids ?? []) {
    if (self?.source_specific_ids?.includes(value)) continue;
    if (bySourceSpecificId(store, value) !== undefined) {
      throw new Refusal(409, "source_specific_id already exists");
    }
  }
}
