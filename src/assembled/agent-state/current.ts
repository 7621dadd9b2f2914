import { useOf } from "../../estimate/field-cost.ts";
import { atMost } from "../../estimate/range.ts";
import { field } from "../../fields/field.ts";
import type { OperationContext } from "../../graphql/context.ts";
import { referenceIn } from "../../resolving/referenced.ts";
import type { PersonJson } from "../person/endpoints.ts";
import { agentKind } from "../person/loaders.ts";
import { hasPerson, ofPerson } from "../person/of-person.ts";
import { inTimeOrder, type Span, startOf } from "../spans.ts";
import { statePriority } from "../system.ts";
import type { AgentStateJson } from "./endpoints.ts";
import { condensedStatesOfAgent, keyOfState } from "./loaders.ts";

/** Operations within as many seconds ask for the same window, so that one read serves all of them. */
const stepSeconds = 5;
/** A running state ends upstream when it was last looked at, by a clock that is not ours. */
const delaySeconds = 30;

/** The window whose last state is the current one. */
export function currentWindow(momentSeconds: number): Span {
  const step = momentSeconds - (momentSeconds % stepSeconds);
  return { start_time: step - delaySeconds, end_time: step + stepSeconds };
}

/**
 * Whether a state ended before a moment. One that was posted lasts until the next, so that its end is known (assembled-v0.txt:562);
 * the end of others may be the time at which their platform was looked at.
 */
const hasEnded = ({ platform, end_time }: AgentStateJson, momentSeconds: number): boolean =>
  platform === "api" && end_time < momentSeconds;

const access = condensedStatesOfAgent.accessFor({ ...currentWindow(0), platformPriority: "" });

/** The field `currentState` of people. */
export const currentState = field(
  { uses: [useOf({ access }, atMost(1))], tells: hasPerson.is(true) },
  async (person: PersonJson, _args: unknown, { settingOf, momentSeconds, of }: OperationContext) => {
    const agentId = referenceIn(agentKind, person.agent_id);
    if (agentId === null) return null;
    const window = { ...currentWindow(momentSeconds()), platformPriority: settingOf(statePriority) };
    const states = await of(condensedStatesOfAgent).load(window, agentId);
    const step = window.start_time + delaySeconds;
    const last = inTimeOrder(states, startOf, keyOfState).at(-1);
    return last && !hasEnded(last, step) ? ofPerson(last, person) : null;
  },
);
