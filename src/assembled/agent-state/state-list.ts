import { callsOf } from "../../estimate/field-cost.ts";
import { atMost, exactly } from "../../estimate/range.ts";
import { field } from "../../fields/field.ts";
import type { QueryAgentStatesArgs } from "../../generated/resolvers.ts";
import type { OperationContext } from "../../graphql/context.ts";
import { connection, windowPageRequest } from "../../resolving/pagination.ts";
import { longestReadDays, windowSeconds } from "../../resolving/time.ts";
import type { AnyEndpoint } from "../../rest/endpoint.ts";
import { agentFilterUses, agentOfFilter, bringsPerson } from "../person/agent-filter.ts";
import { hasPerson, ofPerson } from "../person/of-person.ts";
import type { AgentStatesPage, AgentStatesQuery } from "./endpoints.ts";
import { checkedFilter, isNothing } from "./input.ts";
import { keyOfState, statesPage, statesQuery } from "./loaders.ts";

/**
 * A field that gives a page of a list of states as it stands upstream, where a window may hold more than an operation can read.
 * @param endpoint that `read` calls.
 * @param check of further arguments, throws BAD_USER_INPUT. @default there are none
 */
export const stateList = <Args extends QueryAgentStatesArgs>(
  endpoint: AnyEndpoint,
  read: (args: Args, query: AgentStatesQuery, context: OperationContext) => Promise<AgentStatesPage>,
  check: (args: Args) => void = () => {},
) =>
  field(
    (args: Args) => {
      check(args);
      windowSeconds(args.window, longestReadDays);
      const { agent, selection } = checkedFilter(args.filter);
      return {
        uses: isNothing(selection)
          ? []
          : [...agentFilterUses(agent), callsOf(endpoint, bringsPerson(agent) ? atMost(1) : exactly(1))],
        cardinality: atMost(windowPageRequest(args).first),
        tells: hasPerson.is(bringsPerson(agent)),
      };
    },
    async (_: unknown, args: Args, context: OperationContext) => {
      const request = windowPageRequest(args);
      const span = windowSeconds(args.window, longestReadDays);
      const { agent: filter, selection } = checkedFilter(args.filter);
      const agent = filter && !isNothing(selection) ? await agentOfFilter(context.of, filter) : undefined;
      if (isNothing(selection) || agent === null) {
        return connection(request, { rows: [], hasNextPage: false, idOf: keyOfState, totalCount: 0 });
      }
      // A page of no rows still tells the total.
      const slice = { limit: Math.max(1, request.first), offset: request.offset };
      const query = statesQuery(span, { ...selection, agent_id: agent?.agentId }, slice);
      const { rows, hasNextPage, total } = statesPage(await read(args, query, context), request.offset);
      return connection(request, {
        rows,
        hasNextPage,
        idOf: keyOfState,
        toNode: (state) => ofPerson(state, agent?.person),
        totalCount: total,
      });
    },
  );
