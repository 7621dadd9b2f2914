import { GatewayError } from "../../errors.ts";
import { fact } from "../../estimate/facts.ts";
import { useOf } from "../../estimate/field-cost.ts";
import { atMost } from "../../estimate/range.ts";
import { bulkPayload, objectsWritten } from "../../fields/bulk-payload.ts";
import { field } from "../../fields/field.ts";
import { payload } from "../../fields/payload.ts";
import { write } from "../../fields/write.ts";
import type {
  CreatePersonInput,
  MutationCreatePeopleArgs,
  MutationCreatePersonArgs,
  MutationDeletePersonArgs,
  MutationResolvers,
  MutationUpdatePersonArgs,
} from "../../generated/resolvers.ts";
import type { OperationContext } from "../../graphql/context.ts";
import { comparableEmail } from "../../resolving/host.ts";
import { sourceIdIn, sourceIdOf, toGlobalId } from "../../resolving/ids.ts";
import { checkFilled } from "../../resolving/input.ts";
import { matchAllToInputs } from "../match-to-inputs.ts";
import { type PersonJson, people } from "./endpoints.ts";
import { newPerson, personChanges } from "./input.ts";
import { personById, personKind } from "./loaders.ts";

/** Whether a person was deleted for good. */
const isGone = fact<boolean>("deleted for good");

/** Writes of people. */
export const Mutation = {
  createPerson: write(
    ({ input }: MutationCreatePersonArgs) => ({
      endpoint: people.create,
      body: { people: [newPerson(input)] },
    }),
    async ({ endpoint, body }, { call }) => {
      const [answered] = await call(endpoint, { body });
      const person = writtenPerson(answered);
      return { personId: toGlobalId(personKind, person.id), person };
    },
  ),
  createPeople: write(
    ({ input }: MutationCreatePeopleArgs) => {
      checkFilled(input.people, "people");
      return {
        endpoint: people.create,
        inputs: input.people,
        body: { people: input.people.map(newPerson) },
        tells: objectsWritten.is(input.people.length),
      };
    },
    async ({ endpoint, body, inputs }, { call }) => {
      const created = matchAllToInputs(inputs, await call(endpoint, { body }), "people", isSame, hasAddress);
      return { personIds: created.map(({ id }) => toGlobalId(personKind, id)), people: created };
    },
  ),
  updatePerson: write(
    ({ id, input }: MutationUpdatePersonArgs) => ({
      endpoint: people.update,
      id: sourceIdOf(personKind, id),
      body: personChanges(input),
    }),
    async ({ endpoint, id, body }, { call }) => ({
      person: await call(endpoint, { id, body }),
      personId: toGlobalId(personKind, id),
    }),
  ),
  deletePerson: write(
    ({ id, deletion }: MutationDeletePersonArgs) => ({
      endpoint: people.delete,
      id: sourceIdOf(personKind, id),
      isForGood: deletion === "HARD",
      tells: isGone.is(deletion === "HARD"),
    }),
    async ({ endpoint, id, isForGood }, { call }) => {
      await call(endpoint, { id, query: isForGood ? { hard: true } : {} });
      return { deletedPersonId: toGlobalId(personKind, id), isForGood };
    },
  ),
} satisfies MutationResolvers;

interface DeletedPerson {
  readonly deletedPersonId: string;
  readonly isForGood: boolean;
}

/** The objects in payloads, by type; a create answers the person. */
export const payloads = {
  CreatePeoplePayload: bulkPayload("people"),
  // The update answers the person, as a rule.
  UpdatePersonPayload: payload("person", personKind, personById, atMost(1)),
  DeletePersonPayload: {
    person: field(
      (_args: unknown, known) => (isGone.of(known) ? {} : { uses: [useOf(personById)] }),
      ({ deletedPersonId, isForGood }: DeletedPerson, _args: unknown, { of }: OperationContext) =>
        isForGood ? null : of(personById).load(sourceIdIn(personKind, deletedPersonId)),
    ),
  },
};

type MayAnswer = (input: CreatePersonInput, row: PersonJson) => boolean;

const hasAddress: MayAnswer = ({ email }, row) => comparableEmail(email) === comparableEmail(row.email);

const isSame: MayAnswer = (input, row) =>
  hasAddress(input, row) && input.firstName === row.first_name && input.lastName === row.last_name;

/** @throws UPSTREAM_INVALID_RESPONSE when a create that succeeded did not answer the person. */
function writtenPerson(person: PersonJson | undefined): PersonJson {
  if (person) return person;
  throw new GatewayError(
    "UPSTREAM_INVALID_RESPONSE",
    "Assembled accepted the write but did not answer the person; look the person up by e-mail address.",
    { system: "assembled" },
  );
}
