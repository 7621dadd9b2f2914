import { callsOf } from "../../estimate/field-cost.ts";
import { atMost, exactly } from "../../estimate/range.ts";
import { field } from "../../fields/field.ts";
import { neverNull } from "../../fields/never-null.ts";
import type { QueryAgentStatesArgs } from "../../generated/resolvers.ts";
import type { OperationContext } from "../../graphql/context.ts";
import { windowPageRequest } from "../../resolving/pagination.ts";
import { longestReadDays, windowSeconds } from "../../resolving/time.ts";
import type { AnyEndpoint } from "../../rest/endpoint.ts";
import type { OffsetPage } from "../offset-page.ts";
import { agentFilterUses, agentOfFilter, bringsPerson } from "../person/agent-filter.ts";
import { hasPerson, ofPerson } from "../person/of-person.ts";
import { pageOfNothing, sliceOf, upstreamPage } from "../upstream-page.ts";
import type { AgentStateJson, AgentStatesQuery } from "./endpoints.ts";
import { checkedFilter, matchesNothing } from "./input.ts";
import { keyOfState, statesQuery } from "./loaders.ts";

/**
 * A field that gives a page of a list of states as it stands upstream, where a window may hold more than an operation can read.
 * @param endpoint that `read` calls.
 * @param check of further arguments, throws BAD_USER_INPUT. @default there are none
 */
export const stateList = <Args extends QueryAgentStatesArgs>(
  endpoint: AnyEndpoint,
  read: (
    args: Args,
    query: AgentStatesQuery,
    context: OperationContext,
  ) => Promise<OffsetPage<AgentStateJson>>,
  check: (args: Args) => void = () => {},
) =>
  neverNull(
    field(
      (args: Args) => {
        check(args);
        windowSeconds(args.window, longestReadDays);
        const { agent, selection } = checkedFilter(args.filter);
        return {
          uses: matchesNothing(selection)
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
        const agent =
          filter && !matchesNothing(selection) ? await agentOfFilter(context.of, filter) : undefined;
        if (matchesNothing(selection) || agent === null) return pageOfNothing<AgentStateJson>(request);
        const query = statesQuery(span, { ...selection, agent_id: agent?.agentId }, sliceOf(request));
        return upstreamPage(request, await read(args, query, context), keyOfState, (state) =>
          ofPerson(state, agent?.person),
        );
      },
    ),
  );
