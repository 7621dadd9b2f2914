import { useOf } from "../../estimate/field-cost.ts";
import { atMost } from "../../estimate/range.ts";
import { field } from "../../fields/field.ts";
import { neverNull } from "../../fields/never-null.ts";
import type { OperationContext } from "../../graphql/context.ts";
import type { WindowDefinition } from "../../loaders/windowed.ts";
import { type Connection, type PageArguments, windowPageRequest } from "../../resolving/pagination.ts";
import { referenceIn } from "../../resolving/referenced.ts";
import { longestReadDays, type TimeWindow, windowSeconds } from "../../resolving/time.ts";
import { connectionOfAll } from "../../resolving/whole-page.ts";
import { inTimeOrder, type Span } from "../spans.ts";
import type { PersonJson } from "./endpoints.ts";
import { agentKind } from "./loaders.ts";
import { hasPerson, type OfPerson, ofPerson } from "./of-person.ts";

interface WindowArguments extends PageArguments {
  readonly window: TimeWindow;
}

/**
 * A field that gives a page of the rows of a person's agent in a window, in the order of a time.
 * @param timeOf the time as the upstream gave it, whatever that is.
 * @param idOf all that tells a row from others.
 */
export const personWindowPage = <Row extends object>(
  loader: WindowDefinition<Span, Row>,
  timeOf: (row: Row) => unknown,
  idOf: (row: Row) => string,
) =>
  neverNull(
    field(
      ({ window, ...args }: WindowArguments) => ({
        uses: [useOf({ access: loader.accessFor(windowSeconds(window, longestReadDays)) }, atMost(1))],
        cardinality: atMost(windowPageRequest(args).first),
        tells: hasPerson.is(true),
      }),
      async (
        person: PersonJson,
        { window, ...args }: WindowArguments,
        { of }: OperationContext,
      ): Promise<Connection<OfPerson<Row>>> => {
        const request = windowPageRequest(args);
        const span = windowSeconds(window, longestReadDays);
        const agentId = referenceIn(agentKind, person.agent_id);
        const rows = agentId === null ? [] : await of(loader).load(span, agentId);
        return connectionOfAll(request, {
          all: inTimeOrder(rows, timeOf, idOf),
          idOf,
          toNode: (row) => ofPerson(row, person),
        });
      },
    ),
  );
