import { callsOf, freshCallsOf, useOf } from "../../estimate/field-cost.ts";
import { atMost, exactly } from "../../estimate/range.ts";
import type { Prepared } from "../../fields/write.ts";
import type { OperationContext } from "../../graphql/context.ts";
import type { KeyedRead } from "../../lists/keyed-read.ts";
import type { LoaderDefinition } from "../../lists/loader-definition.ts";
import type { KeyLoader } from "../../loaders/promise-or-value.ts";
import type { KeyedWrite } from "./body-write.ts";
import type { ByKeyName, CustomerReference } from "./reference.ts";
import { type KeyChanges, referenceAfter, removesLookupKey, stableReference } from "./stable-reference.ts";
import { writtenId } from "./written-id.ts";

/** The ways to an object by each kind of key. */
export interface KeyedLookUps<Row> {
  readonly loaders: ByKeyName<LoaderDefinition<KeyLoader<Row>>>;
  readonly reads: ByKeyName<KeyedRead<string, Row>>;
}

/** Writes of changes, by the kind of key that names the object; an answer may tell its id. */
export type ChangeWrites<Changes> = ByKeyName<KeyedWrite<Changes, string | undefined>>;

/** A change of the object that a key names. */
export interface Change<Changes> {
  readonly writes: ChangeWrites<Changes>;
  readonly reference: CustomerReference;
  readonly body: Changes;
  /** Whether the object that is written surely has the id that names it. */
  readonly keepsId: boolean;
}

/** A write that is ready to be sent. */
export interface ReadyWrite extends Prepared {
  /** @returns the id of the object that was written. */
  send(context: OperationContext): Promise<string>;
}

/**
 * Prepares an update or upsert of the object that a key names. Where the change takes that key away, the id is looked up
 * first and the write goes by id, so that it can be repeated. Where the answer tells no id, the object is looked up
 * afterwards.
 */
export function changeByKey<Row extends { readonly id: string }, Changes extends KeyChanges>(
  { loaders, reads }: KeyedLookUps<Row>,
  { writes, reference: given, body, keepsId }: Change<Changes>,
): ReadyWrite {
  const { endpoint } = writes[given.by];
  const byId = writes.id.endpoint;
  const isLookedUp = removesLookupKey(given, body);
  const mayGoById = isLookedUp && endpoint !== byId;
  const isIdKnown = keepsId && given.by === "id";
  return {
    endpoint,
    calls: mayGoById ? atMost(1) : exactly(1),
    uses: [
      ...(isLookedUp ? [freshCallsOf(reads[given.by].endpoint)] : []),
      ...(mayGoById ? [callsOf(byId, atMost(1))] : []),
      ...(isIdKnown ? [] : [useOf(loaders[referenceAfter(given, body).by], atMost(1))]),
    ],
    async send({ call, freshCall, of }) {
      const reference = await stableReference(given, body, reads, freshCall);
      const answered = await writes[reference.by].send(call, reference.key, body);
      return writtenId(answered, () => {
        if (keepsId && reference.by === "id") return { id: reference.key };
        const { by, key } = referenceAfter(reference, body);
        return of(loaders[by]).load(key);
      });
    },
  };
}
