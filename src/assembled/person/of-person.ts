import { fact } from "../../estimate/facts.ts";
import { useOf } from "../../estimate/field-cost.ts";
import { atMost } from "../../estimate/range.ts";
import { field } from "../../fields/field.ts";
import type { OperationContext } from "../../graphql/context.ts";
import type { PromiseOrValue } from "../../loaders/promise-or-value.ts";
import { loadReferenced } from "../../resolving/referenced.ts";
import type { PersonJson } from "./endpoints.ts";
import { agentKind, personByAgentId } from "./loaders.ts";

/** A row that names an agent, with the person where that is known from how the row was reached. */
export type OfPerson<Row> = Row & { readonly person?: PersonJson };

/** A row whose person need not be read again. */
export const ofPerson = <Row extends object>(row: Row, person: PersonJson | undefined): OfPerson<Row> =>
  person ? { ...row, person } : row;

/** Whether rows bring their person along. */
export const hasPerson = fact<boolean>("person of a row");

/**
 * The field `person` of rows that name an agent: costs nothing where rows bring their person along.
 * @param agentIdOf the agent's id as the upstream gave it, whatever that is.
 * @param loader of people by that id. @default by the ids of agents alone
 */
export const personField = <Row>(agentIdOf: (row: Row) => unknown, loader = personByAgentId) =>
  field(
    (_args: unknown, known) => (hasPerson.of(known) ? {} : { uses: [useOf(loader, atMost(1))] }),
    (row: OfPerson<Row>, _args: unknown, { of }: OperationContext): PromiseOrValue<PersonJson | null> =>
      row.person ?? loadReferenced(of(loader), agentKind, agentIdOf(row)),
  );
