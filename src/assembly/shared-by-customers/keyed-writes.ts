import { type Facts, noFacts } from "../../estimate/facts.ts";
import { freshCallsOf } from "../../estimate/field-cost.ts";
import { write } from "../../fields/write.ts";
import type { OperationContext } from "../../graphql/context.ts";
import { orNull } from "../../loaders/promise-or-value.ts";
import { orNotFound } from "../../resolving/input.ts";
import type { CustomerFieldsBody, RemovalsBody } from "../account/endpoints.ts";
import type { EmptyJson, IdJson } from "../page-json.ts";
import type { BodyWrite, KeyedWrite } from "./body-write.ts";
import { type ChangeWrites, changeByKey, type KeyedLookUps, type ReadyWrite } from "./change-by-key.ts";
import { withSourceSpecificId } from "./input.ts";
import type { CustomerReference } from "./reference.ts";
import type { KeyChanges } from "./stable-reference.ts";

/** Everything that the writes of accounts and those of contacts differ in; functions of inputs throw BAD_USER_INPUT. */
export interface KeyedNoun<Row, Lookup, NewInput, ChangeInput, NewBody, Changes, Payload, Deleted>
  extends KeyedLookUps<Row> {
  /** As it stands in messages. */
  readonly name: string;
  readonly create: BodyWrite<NewBody, IdJson>;
  readonly upsertWithoutIdentifier: BodyWrite<NewBody, IdJson>;
  readonly update: ChangeWrites<Changes>;
  readonly upsert: ChangeWrites<Changes>;
  /** By id. */
  readonly delete: KeyedWrite<undefined, EmptyJson>;
  reference(by: Lookup): CustomerReference;
  newBody(input: NewInput): NewBody;
  changes(input: ChangeInput, by?: CustomerReference): Changes;
  /** The body that creates an object of changes, where they are enough for that. */
  newBodyOf(changes: Changes, input: ChangeInput): NewBody;
  /** The facts of the payload. @default none */
  tells?(input: NewInput | ChangeInput): Facts;
  payload(id: string, input: NewInput | ChangeInput): Payload;
  deleted(id: string): Deleted;
}

/** The four writes of accounts or contacts. */
export function keyedWrites<
  Row extends { readonly id: string },
  Lookup,
  NewInput,
  ChangeInput,
  NewBody,
  Changes extends CustomerFieldsBody & KeyChanges,
  Payload extends object,
  Deleted extends object,
>(noun: KeyedNoun<Row, Lookup, NewInput, ChangeInput, NewBody, Changes, Payload, Deleted>) {
  const { reads } = noun;
  const upserts = linkingSourceSpecificIds(noun.upsert);

  const ready = <Input extends NewInput | ChangeInput>(prepared: ReadyWrite, input: Input) => ({
    ...prepared,
    tells: noun.tells?.(input) ?? noFacts,
    input,
  });
  const send = async (
    { input, send }: ReturnType<typeof ready<NewInput | ChangeInput>>,
    context: OperationContext,
  ) => noun.payload(await send(context), input);

  return {
    create: write(
      ({ input }: { readonly input: NewInput }) => ready(creation(noun.create, noun.newBody(input)), input),
      send,
    ),
    update: write(({ by, input }: { readonly by: Lookup; readonly input: ChangeInput }) => {
      const reference = noun.reference(by);
      const body = noun.changes(input, reference);
      return ready(changeByKey(noun, { writes: noun.update, reference, body, keepsId: true }), input);
    }, send),
    upsert: write(
      ({ by, input }: { readonly by?: Lookup | null | undefined; readonly input: ChangeInput }) => {
        const reference = by ? noun.reference(by) : undefined;
        const body = noun.changes(input, reference);
        if (!reference)
          return ready(creation(noun.upsertWithoutIdentifier, noun.newBodyOf(body, input)), input);
        // An object that an upsert creates need not get the id that it was given.
        return ready(changeByKey(noun, { writes: upserts, reference, body, keepsId: false }), input);
      },
      send,
    ),
    delete: write(
      ({ by }: { readonly by: Lookup }) => {
        const reference = noun.reference(by);
        const uses = reference.by === "id" ? [] : [freshCallsOf(reads[reference.by].endpoint)];
        return { endpoint: noun.delete.endpoint, uses, reference };
      },
      async ({ reference: { by, key } }, { call, freshCall }) => {
        // The upstream answers nothing, and afterwards the key leads to no id any more.
        const read = () => orNotFound(orNull(reads[by].read(freshCall, key)), noun.name);
        const id = by === "id" ? key : (await read()).id;
        // By now the key may lead to another object.
        await noun.delete.send(call, id, undefined);
        return noun.deleted(id);
      },
    ),
  };
}

const creation = <Body>({ endpoint, send }: BodyWrite<Body, IdJson>, body: Body): ReadyWrite => ({
  endpoint,
  send: async ({ call }) => (await send(call, body)).id,
});

/** Upserts, of which the one by source specific id links that id to the object. */
const linkingSourceSpecificIds = <Changes extends CustomerFieldsBody & RemovalsBody>(
  upserts: ChangeWrites<Changes>,
): ChangeWrites<Changes> => ({
  ...upserts,
  sourceSpecificId: {
    ...upserts.sourceSpecificId,
    send: (call, key, body) => upserts.sourceSpecificId.send(call, key, withSourceSpecificId(body, key)),
  },
});
